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
    final Purpose purpose;

    /** What part an AI has in it. */
    final String evidence;

    /** What it says of that; null: nobody looks. */
    final String shown;

    final String number;
    final String branch;

    /** The fork that it comes from, or null. */
    final String fork;

    final List<Commit> commits = new ArrayList<>();
    private final List<Review> reviews = new ArrayList<>();
    private final List<String> landed = new ArrayList<>();
    private final Instant opened;
    private Instant ready;
    private Instant enqueued;
    private Instant dequeued;

    ChangeRequest(Repository home, Person author, Purpose purpose) {
        this.home = home;
        this.author = author;
        this.purpose = purpose;
        this.evidence = People.evidence(author, home.dice);
        this.shown = home.commits.signs.ofRequest(evidence);
        this.number = home.nextNumber();
        boolean outside = author.human() && purpose.ordinary() && home.dice.chance(0.08);
        this.fork = outside ? "github.com/" + author.id() + "/fork" : null;
        this.branch = outside && home.dice.chance(0.5) ? "main" : branch();
        this.opened = now();
    }

    private String branch() {
        if (purpose.promotes()) {
            return purpose.branch();
        }
        return (purpose.ordinary() ? author.actorClass() + "/" : purpose.branch()) + number;
    }

    String head() {
        return commits.get(commits.size() - 1).getSha();
    }

    /** Adds commits, written over the last hours, and pushes the branch, unless it is a fork's, which nobody tells of. */
    void write(int count) {
        String before = commits.isEmpty() ? null : head();
        List<Commit> added = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            List<String> parents = List.of(commits.isEmpty() ? home.base(purpose.target()) : head());
            long written = home.clock.now() - left * home.dice.skewed(40 * WorkHours.MINUTE, 3);
            Commit commit = home.commits.make(author, evidence, parents, written);
            commit.setReverts(purpose.reverted() == null ? List.of() : List.of(purpose.reverted()));
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
        dequeued = null;
        tell("open");
    }

    void evicted() {
        dequeued = now();
        tell("open");
    }

    void reviewed(Person reviewer, String verdict) {
        reviews.add(new Review(reviewer.id(), reviewer.actorClass(), verdict, now()));
        tell("open");
    }

    /** The last review does not count any more: what it was about has changed. */
    void dismissLast() {
        Review last = reviews.remove(reviews.size() - 1);
        reviews.add(new Review(last.getReviewer(), last.getActorClass(), "dismissed", last.getSubmittedAt()));
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

    /** Its work is on main as other commits; not every source lists them. */
    void rebasedTo(List<String> shas) {
        if (home.profile.source().listsRebased()) {
            landed.addAll(shas);
        }
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
        ReviewChanged snapshot = RequestForm.of(this);
        snapshot.setState(state);
        List<String> shas = new ArrayList<>(commits.stream().map(Commit::getSha).toList());
        shas.addAll(landed);
        snapshot.setCommitShas(shas);
        snapshot.setOpenedAt(opened);
        snapshot.setReadyAt(ready);
        snapshot.setEnqueuedAt(enqueued);
        snapshot.setDequeuedAt(dequeued);
        snapshot.setReviews(List.copyOf(reviews));
        return snapshot;
    }
}
