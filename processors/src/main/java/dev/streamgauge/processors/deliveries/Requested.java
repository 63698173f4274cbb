package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.changes.Change;

/**
 * What the request of a delivered change says, as DevLake reads it. Epoch milliseconds; null: unknown, or it did not happen.
 *
 * @param commentedAt the first review by anybody but the author, bots included
 */
public record Requested(Long openedAt, Long commentedAt, Long mergedAt) {

    /** Of a change; null: it is no request. */
    static Requested of(Change change) {
        return change.request() == null
                ? null
                : new Requested(change.openedAt(), change.firstCommentAt(), change.mergedAt());
    }
}
