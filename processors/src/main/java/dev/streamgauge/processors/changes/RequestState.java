package dev.streamgauge.processors.changes;

import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Millis;
import java.util.List;

/**
 * What the snapshots of a change request say together.
 *
 * @param state draft, open, closed or merged
 * @param stateAt when it came into that state, epoch milliseconds
 * @param openedAt epoch milliseconds; null: unknown
 * @param mergedIntoMain a snapshot says so, hence a landing must exist
 */
public record RequestState(
        String state, long stateAt, Long openedAt, boolean mergedIntoMain, String actorClass, String aiEvidence) {

    private static final List<String> ORDER = List.of("draft", "open", "closed", "merged");

    static RequestState of(ReviewChanged review) {
        return new RequestState(
                review.getState(),
                review.getOccurredAt().toEpochMilli(),
                Millis.of(review.getOpenedAt()),
                mergedIntoMain(review),
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
                mergedIntoMain || other.mergedIntoMain,
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

    private static boolean mergedIntoMain(ReviewChanged review) {
        return review.getState().equals("merged")
                && review.getTargetBranch() != null
                && review.getTargetBranch().equals(review.getDefaultBranch());
    }
}
