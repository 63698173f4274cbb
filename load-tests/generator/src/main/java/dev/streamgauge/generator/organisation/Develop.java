package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.organisation.MainLine.Effect;
import java.util.ArrayList;
import java.util.List;

/** The branch on which a repository gathers its work, where main is for releases only: every day or two it is promoted to main. */
final class Develop {
    static final String BRANCH = "develop";
    private static final double PROMOTED_EVERY_DAYS = 1.2;

    private final Repository home;
    private List<Commit> gathered = new ArrayList<>();
    private String head;

    Develop(Repository home) {
        this.home = home;
        this.head = home.main.head();
    }

    String head() {
        return head;
    }

    void plan() {
        long next = home.clock.now() + home.dice.exponential(PROMOTED_EVERY_DAYS * WorkHours.DAY);
        home.clock.at(home.profile.hours().next(next, home.dice), () -> {
            promote();
            plan();
        });
    }

    /** A request's work is gathered: as one commit, or with a merge commit on top. */
    void gather(ChangeRequest request, List<Commit> strand) {
        String before = head;
        gathered.addAll(strand);
        head = strand.get(strand.size() - 1).getSha();
        push(before, strand);
        request.merged(head);
        home.ci.pushed(BRANCH, head);
    }

    private void push(String before, List<Commit> commits) {
        CommitPushed push = Blank.push(home.profile.name());
        push.setBranch(BRANCH);
        push.setDefaultBranch(home.profile.defaultBranch());
        push.setBefore(before);
        push.setAfter(head);
        push.setCommits(List.copyOf(commits));
        home.send(push);
    }

    /** By a request that carries the others', and that a person approves. */
    private void promote() {
        if (gathered.isEmpty()) {
            return;
        }
        Person releaser = home.people.member(home.dice);
        ChangeRequest promotion = new ChangeRequest(home, releaser, Purpose.promotion(home.profile.defaultBranch()));
        promotion.commits.addAll(gathered);
        gathered = new ArrayList<>();
        promotion.ready();
        home.clock.in(home.dice.between(5, 90) * WorkHours.MINUTE, () -> {
            promotion.reviewed(home.people.reviewer(releaser, home.dice), "approved");
            home.main.land(List.of(home.landings.mergeCommit(promotion)), Effect.NONE);
            promotion.merged(home.main.head());
        });
    }
}
