package dev.streamgauge.processors.table;

import java.time.Instant;
import java.util.List;

/**
 * How and when a build or deploy ended.
 *
 * @param outcome null: it has not
 * @param at epoch milliseconds; null: it has not
 */
public record Ending(String outcome, Long at) {

    /** What a snapshot says of the end; one that is finished without saying when counts with the moment at which it happened. */
    public static Ending of(String state, String outcome, Instant finishedAt, Instant occurredAt) {
        return state.equals("finished")
                ? new Ending(outcome, Millis.of(finishedAt == null ? occurredAt : finishedAt))
                : new Ending(null, null);
    }

    /**
     * Terminal dominance: the one with the winning outcome; of the same outcome, the earlier.
     *
     * @param dominance the outcomes, the winning one first
     */
    public Ending merge(Ending other, List<String> dominance) {
        if (outcome == null || other.outcome == null) {
            return outcome == null ? other : this;
        }
        int rank = Integer.compare(dominance.indexOf(outcome), dominance.indexOf(other.outcome));
        return rank < 0 || (rank == 0 && at <= other.at) ? this : other;
    }
}
