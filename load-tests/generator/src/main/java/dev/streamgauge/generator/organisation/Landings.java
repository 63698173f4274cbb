package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.organisation.MainLine.Effect;
import java.util.ArrayList;
import java.util.List;

/** The ways in which work comes to main, and the mending when it broke main. */
final class Landings {
    private final Repository home;
    private final Dice dice;
    private final MergeQueue queue;

    Landings(Repository home) {
        this.home = home;
        this.dice = home.dice;
        this.queue = new MergeQueue(home, this);
    }

    /** Merges a request in one of the ways that the repository likes. */
    void merge(ChangeRequest request) {
        Habits habits = home.profile.habits();
        switch (dice.weighted(habits.squash(), habits.merge(), habits.rebase(), habits.queue())) {
            case 0 -> bring(request, List.of(squash(request, home.base(request.purpose.target()))));
            case 1 -> bring(request, mergeCommit(request));
            case 2 -> land(request, rebased(request));
            default -> queue.enqueue(request);
        }
    }

    private void bring(ChangeRequest request, List<Commit> strand) {
        if (request.purpose.target().equals(Develop.BRANCH)) {
            home.develop.gather(request, strand);
        } else {
            land(request, List.of(strand));
        }
    }

    private void land(ChangeRequest request, List<List<Commit>> strands) {
        land(strands);
        home.main.name(home.main.head(), request.number);
        request.merged(home.main.head());
    }

    /** Lands, and now and then breaks main, which somebody mends. */
    void land(List<List<Commit>> strands) {
        boolean breaks = !home.main.broken() && dice.chance(0.05);
        home.main.land(strands, breaks ? Effect.BREAKS : Effect.NONE);
        if (breaks) {
            String bad = home.main.head();
            Person mender = home.people.member(dice);
            home.clock.at(home.after(mender, 45, 3), () -> mend(mender, bad));
        }
    }

    /** A squash is written at the moment of the merge: who started when is known from the branch only. */
    Commit squash(ChangeRequest request, String parent) {
        Commit squash = home.commits.combine(request, List.of(parent));
        squash.setRequest(named(request));
        return squash;
    }

    /** Now and then somebody edits the number out of the message. */
    private String named(ChangeRequest request) {
        return dice.chance(0.05) ? null : request.number;
    }

    /** The request's own commits and the one that merges them. */
    List<Commit> mergeCommit(ChangeRequest request) {
        List<String> parents = List.of(home.base(request.purpose.target()), request.head());
        Commit merge = home.commits.combine(request, parents);
        merge.setRequest(named(request));
        List<Commit> strand = new ArrayList<>(request.commits);
        strand.add(merge);
        return strand;
    }

    /** The same work as other commits: messages and author dates stay, and no message names the request. */
    private List<List<Commit>> rebased(ChangeRequest request) {
        List<List<Commit>> strands = new ArrayList<>();
        String parent = home.main.head();
        for (Commit original : request.commits) {
            Commit copy = home.commits.rebased(request, original, parent);
            strands.add(List.of(copy));
            parent = copy.getSha();
        }
        request.rebasedTo(strands.stream().map(strand -> strand.get(0).getSha()).toList());
        return strands;
    }

    /** A push to main without a request: one to three commits or, seldom, a whole import. */
    void direct() {
        Person author = home.people.member(dice);
        land(written(author, dice.chance(0.02) ? 45 + dice.below(120) : 1 + dice.below(3)));
    }

    private List<List<Commit>> written(Person author, int count) {
        String evidence = People.evidence(author, dice);
        List<List<Commit>> strands = new ArrayList<>();
        String parent = home.main.head();
        for (int left = count; left > 0; left--) {
            long written = home.clock.now() - left * dice.between(5, 60) * WorkHours.MINUTE;
            Commit commit = home.commits.make(author, evidence, List.of(parent), written);
            strands.add(List.of(commit));
            parent = commit.getSha();
        }
        return strands;
    }

    /** By a push, or by a request that reverts and that nobody reviews. */
    private void mend(Person mender, String bad) {
        if (dice.chance(0.5)) {
            home.main.land(written(mender, 1), Effect.MENDS);
            return;
        }
        ChangeRequest revert = new ChangeRequest(
                home, mender, Purpose.revert(home.profile.defaultBranch(), bad, home.main.requestOf(bad)));
        revert.write(1);
        revert.ready();
        home.clock.in(dice.between(3, 15) * WorkHours.MINUTE, () -> {
            home.main.land(List.of(List.of(squash(revert, home.main.head()))), Effect.MENDS);
            revert.merged(home.main.head());
        });
    }
}
