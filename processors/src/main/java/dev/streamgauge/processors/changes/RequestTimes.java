package dev.streamgauge.processors.changes;

import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Millis;

/**
 * The times of a request, epoch milliseconds; null: unknown.
 *
 * @param openedAt the earliest
 * @param markedReadyAt the latest
 * @param mergedAt the earliest
 */
public record RequestTimes(Long openedAt, Long markedReadyAt, Long mergedAt) {

    static RequestTimes of(ReviewChanged review) {
        return new RequestTimes(
                Millis.of(review.getOpenedAt()), Millis.of(review.getReadyAt()), Millis.of(review.getMergedAt()));
    }

    RequestTimes merge(RequestTimes other) {
        return new RequestTimes(
                Lattice.least(openedAt, other.openedAt),
                Lattice.greatest(markedReadyAt, other.markedReadyAt),
                Lattice.least(mergedAt, other.mergedAt));
    }
}
