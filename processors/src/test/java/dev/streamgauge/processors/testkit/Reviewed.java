package dev.streamgauge.processors.testkit;

import dev.streamgauge.events.v1.ReviewChanged;
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

    @Override
    public ReviewChanged event() {
        return review;
    }
}
