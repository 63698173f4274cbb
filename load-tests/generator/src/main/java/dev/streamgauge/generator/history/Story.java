package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** A stretch of one repository's life that makes sense by itself: main moves on, is built and is deployed. */
final class Story {
    private final Alphabet names;
    private final Commits commits;
    private final Requests requests;
    private final Builds builds;
    private final Deploys deploys;
    private final String repository;
    private final List<SpecificRecordBase> told = new ArrayList<>();
    private Instant now;

    Story(Alphabet names) {
        this.names = names;
        this.commits = new Commits(names);
        this.requests = new Requests(names);
        this.builds = new Builds(names);
        this.deploys = new Deploys(names);
        this.repository = names.repository();
        this.now = names.moments.at(-names.moments.slots());
    }

    List<SpecificRecordBase> tell() {
        int half = names.size() / 2;
        String head = names.unless(0.3, names.branchSha());
        for (int next = names.dice.below(half); next < half; next++) {
            now = names.moments.after(now);
            land(head, names.sha(next), names.sha(half + names.dice.below(names.size() - half)));
            head = names.sha(next);
            build(head);
            deploy(next);
        }
        if (names.dice.chance(0.4)) {
            fastForward(head);
        }
        return told;
    }

    private void land(String before, String after, String branch) {
        switch (names.dice.weighted(4, 3, 2, 3)) {
            case 0 -> squash(before, after, branch);
            case 1 -> merge(before, after, branch);
            case 2 -> queue(before, after, branch);
            default -> push(Alphabet.MAIN, before, after, List.of(commit(after, null)));
        }
    }

    private void squash(String before, String after, String branch) {
        String request = names.request();
        push("feature", null, branch, List.of(commit(branch, null)));
        push(Alphabet.MAIN, before, after, List.of(commit(after, names.unless(0.3, request))));
        merged(request, branch, after);
    }

    /** A merge commit, with the branch commit that it brought: said so, or left to the order of the record. */
    private void merge(String before, String after, String branch) {
        String request = names.request();
        Commit brought = commit(branch, null);
        brought.setBroughtBy(names.unless(0.5, after));
        Commit merge = commit(after, names.unless(0.3, request));
        merge.setParents(before == null ? List.of(branch) : List.of(before, branch));
        merge.setBroughtBy(names.unless(0.5, after));
        push(Alphabet.MAIN, before, after, List.of(brought, merge));
        merged(request, branch, after);
    }

    /** Two squash commits in one push, with one between them that names no request. */
    private void queue(String before, String after, String branch) {
        List<Commit> landed = new ArrayList<>();
        for (String sha : names.someShas(3)) {
            if (!sha.equals(after) && !sha.equals(branch)) {
                landed.add(commit(sha, names.unless(0.4, names.request())));
            }
        }
        landed.add(commit(after, names.request()));
        push(Alphabet.MAIN, before, after, landed);
        merged(landed.get(landed.size() - 1).getRequest(), branch, after);
    }

    /** Branch commits are deployed from their fork point, and then main is moved on to them: the fork point moves. */
    private void fastForward(String head) {
        String first = names.sha(names.size() - 2);
        String last = names.sha(names.size() - 1);
        Commit one = commit(first, null);
        one.setParents(List.of(head == null ? names.sha(0) : head));
        Commit two = commit(last, null);
        two.setParents(List.of(first));
        push(Alphabet.RELEASE, null, last, List.of(one, two));
        told.add(deploys.of(repository, last, names.moments.after(now)));
        now = names.moments.after(now);
        CommitPushed onto = push(Alphabet.MAIN, head, names.dice.chance(0.5) ? last : first, List.of(one, two));
        if (onto.getAfter().equals(first)) {
            onto.setCommits(List.of(one));
        }
    }

    private void merged(String request, String branch, String after) {
        ReviewChanged review = requests.snapshot(repository, request, "merged", now);
        review.setHeadSha(branch);
        review.setCommitShas(List.of(branch));
        review.setMergeSha(names.unless(0.15, after));
        told.add(review);
    }

    private void build(String sha) {
        for (int left = names.dice.below(4); left > 0; left--) {
            boolean green = names.dice.chance(0.45);
            told.add(builds.onMain(repository, sha, green ? "success" : "failure", names.moments.near(now)));
        }
    }

    private void deploy(int newest) {
        if (names.dice.chance(0.45)) {
            int deployed = names.dice.chance(0.7) ? newest : names.dice.below(newest + 1);
            told.add(deploys.of(repository, names.sha(deployed), names.moments.near(now)));
        }
    }

    private Commit commit(String sha, String request) {
        Commit commit = commits.of(repository, sha, now.minusMillis(Moments.STEP * names.dice.below(4)));
        commit.setRequest(request);
        return commit;
    }

    private CommitPushed push(String branch, String before, String after, List<Commit> brought) {
        CommitPushed push = Blank.push(repository);
        Envelope.happened(push, names.dice.pick(Alphabet.SOURCES), now.toEpochMilli());
        push.setBranch(branch);
        push.setDefaultBranch(Alphabet.MAIN);
        push.setBefore(before);
        push.setAfter(after);
        push.setCommits(List.copyOf(brought));
        told.add(push);
        return push;
    }
}
