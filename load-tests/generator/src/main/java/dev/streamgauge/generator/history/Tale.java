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

/** What all stories need: one repository, a clock that moves on, and what was told so far. */
final class Tale {
    final Alphabet names;
    final String repository;
    private final Commits commits;
    private final Requests requests;
    private final List<SpecificRecordBase> told = new ArrayList<>();
    private Instant now;

    Tale(Alphabet names) {
        this.names = names;
        this.commits = new Commits(names);
        this.requests = new Requests(names);
        this.repository = names.repository();
        this.now = names.moments.at(-names.dice.below(names.moments.slots() + 1));
    }

    List<SpecificRecordBase> told() {
        return told;
    }

    void tell(SpecificRecordBase event) {
        told.add(event);
    }

    Instant now() {
        return now;
    }

    /** None to three steps go by. */
    Instant goOn() {
        now = names.moments.after(now);
        return now;
    }

    /** A commit written some steps ago. */
    Commit commit(String sha, String request) {
        Commit commit = commits.of(repository, sha, now.minusMillis(Moments.STEP * names.dice.below(4)));
        commit.setRequest(request);
        return commit;
    }

    /** A commit whose parents are as said, wherever the graph has it. */
    Commit child(String sha, String request, String... parents) {
        Commit commit = commit(sha, request);
        commit.setParents(List.of(parents));
        return commit;
    }

    CommitPushed push(String branch, String before, String after, List<Commit> brought) {
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

    CommitPushed land(String before, String after, List<Commit> brought) {
        return push(Alphabet.MAIN, before, after, brought);
    }

    /** A request that was merged now, from one branch into another; nothing else is known of its commits. */
    ReviewChanged merged(String request, String source, String target) {
        ReviewChanged review = snapshot(request, "merged");
        review.setSourceBranch(source);
        review.setTargetBranch(target);
        review.setHeadSha(null);
        review.setCommitShas(List.of());
        review.setMergeSha(null);
        return review;
    }

    /** A snapshot of a request of this repository, as things stand now. */
    ReviewChanged snapshot(String request, String state) {
        ReviewChanged review = requests.snapshot(repository, request, state, now);
        review.setDefaultBranch(Alphabet.MAIN);
        review.setHeadRepository(names.unless(0.9, repository));
        told.add(review);
        return review;
    }
}
