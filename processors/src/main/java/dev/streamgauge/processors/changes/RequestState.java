package dev.streamgauge.processors.changes;

import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.landings.Landings;
import java.util.List;

/**
 * What the snapshots of a change request say together.
 *
 * @param state draft, open, closed or merged
 * @param stateAt when it came into that state, epoch milliseconds
 * @param drafted a snapshot said draft
 * @param mergedIntoMain a snapshot says so, hence a landing must exist
 */
public record RequestState(
        String state,
        long stateAt,
        boolean drafted,
        boolean mergedIntoMain,
        RequestTimes times,
        About about,
        Reviews reviews,
        MergeQueue queue) {

    private static final List<String> ORDER = List.of("draft", "open", "closed", "merged");

    static RequestState of(ReviewChanged review) {
        return new RequestState(
                review.getState(),
                review.getOccurredAt().toEpochMilli(),
                review.getState().equals("draft"),
                Landings.isMergedIntoMain(review),
                RequestTimes.of(review),
                About.of(review),
                Reviews.of(review.getReviews()),
                MergeQueue.of(review.getEnqueuedAt(), review.getDequeuedAt()));
    }

    /** Merged dominates; otherwise the later state holds, and of the same instant the further one. */
    RequestState merge(RequestState other) {
        RequestState winner = compareState(other) >= 0 ? this : other;
        return new RequestState(
                winner.state,
                winner.stateAt,
                drafted || other.drafted,
                mergedIntoMain || other.mergedIntoMain,
                times.merge(other.times),
                about.merge(other.about),
                reviews.merge(other.reviews),
                queue.merge(other.queue));
    }

    private int compareState(RequestState other) {
        if (merged() != other.merged()) {
            return merged() ? 1 : -1;
        }
        int later = Long.compare(stateAt, other.stateAt);
        return later != 0 ? later : Integer.compare(ORDER.indexOf(state), ORDER.indexOf(other.state));
    }

    public boolean merged() {
        return state.equals("merged");
    }

    /** Since when it is ready for review, epoch milliseconds; null: it is a draft, or nobody knows. */
    Long readyAt() {
        Long opened = drafted ? null : times.openedAt();
        return times.markedReadyAt() == null ? opened : times.markedReadyAt();
    }

    /** The first review by a human other than the author. */
    Long firstReviewAt() {
        return reviews.first(review -> review.byAHumanOtherThan(about.author()));
    }

    /** The first review by anybody but the author. */
    Long firstCommentAt() {
        return reviews.first(review -> review.byAnotherThan(about.author()));
    }

    /** The first approval by a human other than the author. */
    Long firstApprovedAt() {
        return reviews.first(review -> review.approves() && review.byAHumanOtherThan(about.author()));
    }

    /** The last approval by a human other than the author that was not after the landing (null: not landed). */
    Long approvedAt(Long landedAt) {
        return reviews.last(review -> review.approves()
                && review.byAHumanOtherThan(about.author())
                && (landedAt == null || review.submittedAt() <= landedAt));
    }
}
