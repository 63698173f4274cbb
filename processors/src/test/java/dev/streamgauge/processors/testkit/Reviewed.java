package dev.streamgauge.processors.testkit;

import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.ArrayList;
import java.util.List;

/** A snapshot of a change request; it is open, unless it says otherwise. */
public final class Reviewed implements Telling {

    private final ReviewChanged review;

    Reviewed(String request) {
        this.review = ReviewChanged.newBuilder()
                .setEventId("e")
                .setSource("github")
                .setRepository(Story.SHOP)
                .setOccurredAt(Moments.at("09:00"))
                .setReceivedAt(Moments.at("09:00"))
                .setRequest(request)
                .setState("open")
                .build();
    }

    public Reviewed at(String time) {
        review.setOccurredAt(Moments.at(time));
        return this;
    }

    public Reviewed state(String state) {
        review.setState(state);
        return this;
    }

    public Reviewed merged(String sha) {
        review.setMergeSha(sha);
        return state("merged");
    }

    public Reviewed mergedAt(String time) {
        review.setMergedAt(Moments.at(time));
        return state("merged");
    }

    public Reviewed head(String sha) {
        review.setHeadSha(sha);
        return this;
    }

    public Reviewed commits(String... shas) {
        review.setCommitShas(List.of(shas));
        return this;
    }

    public Reviewed opened(String time) {
        review.setOpenedAt(Moments.at(time));
        return this;
    }

    public Reviewed into(String branch) {
        review.setTargetBranch(branch);
        review.setDefaultBranch("main");
        return this;
    }

    public Reviewed by(String actorClass, String aiEvidence) {
        review.setActorClass(actorClass);
        review.setAiEvidence(aiEvidence);
        return this;
    }

    /** Who wrote it. */
    public Reviewed author(String author) {
        review.setAuthor(author);
        return this;
    }

    /** It was closed without being merged. */
    public Reviewed closed(String time) {
        review.setClosedAt(Moments.at(time));
        return state("closed");
    }

    public Reviewed ready(String time) {
        review.setReadyAt(Moments.at(time));
        return this;
    }

    public Reviewed enqueued(String time) {
        review.setEnqueuedAt(Moments.at(time));
        return this;
    }

    public Reviewed dequeued(String time) {
        review.setDequeuedAt(Moments.at(time));
        return this;
    }

    /** The branch that is to be merged. */
    public Reviewed from(String branch) {
        review.setSourceBranch(branch);
        return this;
    }

    /** The repository of that branch. */
    public Reviewed fork(String repository) {
        review.setHeadRepository(repository);
        return this;
    }

    /** The request that it reverts. */
    public Reviewed reverts(String request) {
        review.setRevertsRequest(request);
        return this;
    }

    public Reviewed hotfix() {
        review.setHotfix(true);
        return this;
    }

    /** One more review; of a reviewer (null: unknown) of an actor class (null: undecided). */
    public Reviewed reviewed(String time, String reviewer, String actorClass, String state) {
        List<Review> reviews = new ArrayList<>(review.getReviews());
        reviews.add(Review.newBuilder()
                .setSubmittedAt(Moments.at(time))
                .setReviewer(reviewer)
                .setActorClass(actorClass)
                .setState(state)
                .build());
        review.setReviews(reviews);
        return this;
    }

    @Override
    public ReviewChanged event() {
        return review;
    }
}
