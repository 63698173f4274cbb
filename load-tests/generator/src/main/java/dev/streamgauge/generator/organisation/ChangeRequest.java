package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.generator.event.Blank;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A change request: its branch, its reviews, and what its source says of it now. */
final class ChangeRequest {
    final Repository home;
    final Person author;
    final String evidence;
    final String number;
    final String branch;

    /** The fork that it comes from, or null. */
    final String fork;

    final List<Commit> commits = new ArrayList<>();
    private final List<Review> reviews = new ArrayList<>();
    private final Instant opened;
    private Instant ready;
    private Instant enqueued;

    ChangeRequest(Repository home) {
        this(home, home.people.author(home.dice));
    }

    ChangeRequest(Repository home, Person author) {
        this.home = home;
        this.author = author;
        this.evidence = People.evidence(author, home.dice);
        this.number = home.nextNumber();
        this.fork = author.human() && home.dice.chance(0.08) ? "github.com/" + author.id() + "/fork" : null;
        this.branch = fork != null && home.dice.chance(0.5) ? "main" : author.actorClass() + "/" + number;
        this.opened = now();
    }

    String head() {
        return commits.get(commits.size() - 1).getSha();
    }

    /** Adds commits, written over the last hours, and pushes the branch, unless it is a fork's, which nobody tells of. */
    void write(int count) {
        String before = commits.isEmpty() ? null : head();
        List<Commit> added = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            List<String> parents = List.of(commits.isEmpty() ? home.main.head() : head());
            long written = home.clock.now() - left * home.dice.skewed(40 * WorkHours.MINUTE, 3);
            Commit commit = home.commits.make(author, evidence, parents, written);
            commits.add(commit);
            added.add(commit);
        }
        if (fork == null) {
            push(before, added);
        }
        home.ci.requested(this);
    }

    private void push(String before, List<Commit> added) {
        CommitPushed push = Blank.push(home.profile.name());
        push.setBranch(branch);
        push.setDefaultBranch(home.profile.defaultBranch());
        push.setBefore(before);
        push.setAfter(head());
        push.setCommits(added);
        home.send(push);
    }

    void ready() {
        ready = now();
        tell("open");
    }

    void enqueued() {
        enqueued = now();
        tell("open");
    }

    void evicted() {
        enqueued = null;
        tell("open");
    }

    void reviewed(Person reviewer, String verdict) {
        reviews.add(new Review(reviewer.id(), reviewer.actorClass(), verdict, now()));
        tell("open");
    }

    void tell(String state) {
        home.send(snapshot(state));
    }

    void closed() {
        ReviewChanged snapshot = snapshot("closed");
        snapshot.setClosedAt(now());
        home.send(snapshot);
    }

    void merged(String sha) {
        ReviewChanged snapshot = snapshot("merged");
        snapshot.setMergeSha(sha);
        snapshot.setMergedAt(now());
        home.send(snapshot);
    }

    private Instant now() {
        return Instant.ofEpochMilli(home.clock.now());
    }

    private ReviewChanged snapshot(String state) {
        ReviewChanged snapshot = Blank.review(home.profile.name());
        snapshot.setRequest(number);
        snapshot.setState(state);
        snapshot.setTitle("Change " + number);
        snapshot.setAuthor(author.id());
        snapshot.setActorClass(author.actorClass());
        snapshot.setAiEvidence(evidence);
        snapshot.setSourceBranch(branch);
        snapshot.setTargetBranch(home.profile.defaultBranch());
        snapshot.setDefaultBranch(home.profile.defaultBranch());
        snapshot.setHeadSha(head());
        snapshot.setCommitShas(commits.stream().map(Commit::getSha).toList());
        snapshot.setOpenedAt(opened);
        snapshot.setReadyAt(ready);
        snapshot.setEnqueuedAt(enqueued);
        snapshot.setReviews(List.copyOf(reviews));
        snapshot.setLabels(evidence.equals("no-evidence") ? List.of() : List.of("ai"));
        return snapshot;
    }
}
