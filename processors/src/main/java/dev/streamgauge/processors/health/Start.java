package dev.streamgauge.processors.health;

import static dev.streamgauge.processors.table.Lattice.greatest;
import static dev.streamgauge.processors.table.Lattice.least;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.processors.table.Millis;

/**
 * How a build came to run. All times are epoch milliseconds, and null where nobody told them.
 *
 * @param readyAt when nothing but a runner was missing
 * @param approvalRequestedAt when it began to wait at a gate
 */
public record Start(Long queuedAt, Long readyAt, Long approvalRequestedAt, Long approvedAt, Long startedAt) {

    static Start of(BuildChanged event) {
        return new Start(
                Millis.of(event.getQueuedAt()),
                Millis.of(event.getReadyAt()),
                Millis.of(event.getApprovalRequestedAt()),
                Millis.of(event.getApprovedAt()),
                Millis.of(event.getStartedAt()));
    }

    /** The latest of those that are known; null: none is. */
    Long latest() {
        return greatest(greatest(greatest(queuedAt, readyAt), greatest(approvalRequestedAt, approvedAt)), startedAt);
    }

    Start merge(Start other) {
        return new Start(
                least(queuedAt, other.queuedAt),
                least(readyAt, other.readyAt),
                least(approvalRequestedAt, other.approvalRequestedAt),
                least(approvedAt, other.approvedAt),
                least(startedAt, other.startedAt));
    }
}
