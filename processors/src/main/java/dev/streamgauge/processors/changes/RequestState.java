package dev.streamgauge.processors.changes;

import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.table.Lattice;
import java.time.Instant;
import java.util.List;

/**
 * What the snapshots of a change request say together.
 *
 * @param state draft, open, closed or merged
 * @param stateAt when it came into that state, epoch milliseconds
 * @param openedAt epoch milliseconds; null: unknown
 */
public record RequestState(
        String state,
        long stateAt,
        Long openedAt,
        String targetBranch,
        String defaultBranch,
        String actorClass,
        String aiEvidence) {

    private static final List<String> ORDER = List.of("draft", "open", "closed", "merged");

    static RequestState of(ReviewChanged review) {
        return new RequestState(
                review.getState(),
                review.getOccurredAt().toEpochMilli(),
                millis(review.getOpenedAt()),
                review.getTargetBranch(),
                review.getDefaultBranch(),
                review.getActorClass(),
                review.getAiEvidence());
    }

    /** Merged dominates; otherwise the later state holds, and of the same instant the further one. */
    RequestState merge(RequestState other) {
        RequestState winner = compareState(other) >= 0 ? this : other;
        return new RequestState(
                winner.state,
                winner.stateAt,
                Lattice.least(openedAt, other.openedAt),
                Lattice.least(targetBranch, other.targetBranch),
                Lattice.least(defaultBranch, other.defaultBranch),
                Lattice.least(actorClass, other.actorClass),
                Lattice.least(aiEvidence, other.aiEvidence));
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

    /** Whether it was merged into main, so that a landing must exist. */
    boolean mergedIntoMain() {
        return merged() && targetBranch != null && targetBranch.equals(defaultBranch);
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
