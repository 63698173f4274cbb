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
            String branch = "release/" + ++cut;
            String base = home.main.earlier();
            home.clock.in(dice.between(2, 30) * WorkHours.HOUR, () -> mend(branch, base, null, 1 + dice.below(2)));
            plan();
        });
    }

    /** Mostly by a commit that main has already, picked from there. */
    private void mend(String branch, String base, String before, int left) {
        Person author = home.people.member(dice);
        long written = home.clock.now() - dice.between(10, 300) * WorkHours.MINUTE;
        Commit commit = home.commits.make(author, "no-evidence", List.of(before == null ? base : before), written);
        commit.setPickedFrom(dice.chance(0.7) ? picked(base) : List.of());
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
            home.clock.in(next, () -> mend(branch, base, commit.getSha(), left - 1));
        }
    }

    private List<String> picked(String base) {
        String later = home.main.later(base);
        return later == null ? List.of() : List.of(later);
    }
}
