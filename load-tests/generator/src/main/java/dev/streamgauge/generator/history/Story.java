package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** A stretch of one repository's life that makes sense by itself: main moves on, is built and is deployed. */
final class Story {
    private final Alphabet names;
    private final Tale tale;
    private final Life life;
    private final Builds builds;
    private final Deploys deploys;
    private final Incidents incidents;

    Story(Alphabet names) {
        this.names = names;
        this.tale = new Tale(names);
        this.life = new Life(tale);
        this.builds = new Builds(names);
        this.deploys = new Deploys(names);
        this.incidents = new Incidents(names);
    }

    List<SpecificRecordBase> tell() {
        int half = names.size() / 2;
        String head = names.unless(0.3, names.branchSha());
        for (int next = names.dice.below(half); next < half; next++) {
            tale.goOn();
            land(head, names.sha(next), names.sha(half + names.dice.below(names.size() - half)));
            head = names.sha(next);
            build(head);
            deploy(next);
        }
        if (names.dice.chance(0.4)) {
            fastForward(head);
        }
        return tale.told();
    }

    private void land(String before, String after, String branch) {
        switch (names.dice.weighted(4, 3, 2, 2, 3)) {
            case 0 -> squash(before, after, branch);
            case 1 -> merge(before, after, branch);
            case 2 -> queue(before, after, branch);
            case 3 -> rebase(before, after, branch);
            default -> tale.land(before, after, List.of(tale.commit(after, null)));
        }
    }

    private void squash(String before, String after, String branch) {
        String request = names.request();
        tale.push("feature", null, branch, List.of(tale.commit(branch, null)));
        life.before(request);
        tale.land(before, after, List.of(tale.commit(after, names.unless(0.3, request))));
        merged(request, branch, after);
    }

    /** A merge commit, with the branch commit that it brought: said so, or left to the order of the record. */
    private void merge(String before, String after, String branch) {
        String request = names.request();
        Commit brought = tale.commit(branch, null);
        brought.setBroughtBy(names.unless(0.5, after));
        Commit merge = tale.commit(after, names.unless(0.3, request));
        merge.setParents(before == null ? List.of(branch) : List.of(before, branch));
        merge.setBroughtBy(names.unless(0.5, after));
        tale.land(before, after, List.of(brought, merge));
        merged(request, branch, after);
    }

    /** Two squash commits in one push, with one between them that names no request. */
    private void queue(String before, String after, String branch) {
        List<Commit> landed = new ArrayList<>();
        for (String sha : names.someShas(3)) {
            if (!sha.equals(after) && !sha.equals(branch)) {
                landed.add(tale.commit(sha, names.unless(0.4, names.request())));
            }
        }
        landed.add(tale.commit(after, names.request()));
        life.passes(landed.get(landed.size() - 1).getRequest());
        tale.land(before, after, landed);
        merged(landed.get(landed.size() - 1).getRequest(), branch, after);
    }

    /** The request's own commits are on main: nothing says so but that it lists them. */
    private void rebase(String before, String after, String branch) {
        Commit first = tale.child(branch, null, before == null ? names.older(branch) : before);
        Commit last = tale.child(after, null, branch);
        boolean told = names.dice.chance(0.6);
        first.setBroughtBy(told ? branch : null);
        last.setBroughtBy(told ? after : null);
        tale.land(before, after, List.of(first, last));
        ReviewChanged review = tale.merged(names.request(), "feature", Alphabet.MAIN);
        review.setCommitShas(List.of(branch, after));
        review.setMergeSha(names.unless(0.8, after));
    }

    /** Branch commits are deployed from their fork point, and then main is moved on to them: the fork point moves. */
    private void fastForward(String head) {
        String first = names.sha(names.size() - 2);
        String last = names.sha(names.size() - 1);
        Commit one = tale.child(first, null, head == null ? names.sha(0) : head);
        Commit two = tale.child(last, null, first);
        tale.push(Alphabet.RELEASE, null, last, List.of(one, two));
        tale.tell(deploys.of(tale.repository, last, names.moments.after(tale.now())));
        tale.goOn();
        CommitPushed onto = tale.land(head, names.dice.chance(0.5) ? last : first, List.of(one, two));
        if (onto.getAfter().equals(first)) {
            onto.setCommits(List.of(one));
        }
    }

    private void merged(String request, String branch, String after) {
        ReviewChanged review =
                tale.merged(request, names.unless(0.2, names.dice.pick(Alphabet.FEATURES)), Alphabet.MAIN);
        review.setHeadSha(branch);
        review.setCommitShas(List.of(branch));
        review.setMergeSha(names.unless(0.15, after));
        if (names.dice.chance(0.12)) {
            tale.tell(incidents.of(tale.repository, branch, names.moments.after(tale.now())));
        }
    }

    private void build(String sha) {
        for (int left = names.dice.below(4); left > 0; left--) {
            String plain = names.dice.chance(0.45) ? "success" : "failure";
            String outcome = names.dice.chance(0.85) ? plain : builds.outcome();
            tale.tell(builds.onMain(tale.repository, sha, outcome, names.moments.near(tale.now())));
        }
    }

    private void deploy(int newest) {
        if (names.dice.chance(0.45)) {
            int deployed = names.dice.chance(0.7) ? newest : names.dice.below(newest + 1);
            tale.tell(deploys.of(tale.repository, names.sha(deployed), names.moments.near(tale.now())));
        }
    }
}
