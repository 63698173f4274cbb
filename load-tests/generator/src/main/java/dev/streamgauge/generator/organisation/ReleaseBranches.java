package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.event.Blank;
import java.util.List;

/** Release branches: cut from main every few days, mended once or twice, and deployed from beside main. */
final class ReleaseBranches {
    private final Repository home;
    private final Dice dice;
    private int cut;

    ReleaseBranches(Repository home) {
        this.home = home;
        this.dice = home.dice.split();
    }

    void plan() {
        home.clock.in(dice.exponential(3.0 * WorkHours.DAY), () -> {
            cut++;
            mend("release/" + cut, null, home.main.earlier(), 1 + dice.below(2));
            plan();
        });
    }

    private void mend(String branch, String before, String parent, int left) {
        Person author = home.people.member(dice);
        long written = home.clock.now() - dice.between(10, 300) * WorkHours.MINUTE;
        Commit commit = home.commits.make(author, "no-evidence", List.of(parent), written);
        CommitPushed push = Blank.push(home.profile.name());
        push.setBranch(branch);
        push.setDefaultBranch(home.profile.defaultBranch());
        push.setBefore(before);
        push.setAfter(commit.getSha());
        push.setCommits(List.of(commit));
        home.send(push);
        home.lanes.get(0).deployEarly(commit.getSha());
        if (left > 1) {
            long next = dice.skewed(5.0 * WorkHours.HOUR, 2);
            home.clock.in(next, () -> mend(branch, commit.getSha(), commit.getSha(), left - 1));
        }
    }
}
