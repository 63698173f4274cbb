package dev.streamgauge.processors.deliveries;

import static dev.streamgauge.processors.table.Lattice.greatest;
import static dev.streamgauge.processors.table.Lattice.least;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.processors.table.Millis;

/** The times of a deploy before its end, each the earliest that a snapshot gave; epoch milliseconds, null: unknown. */
public record DeployTimes(Long createdAt, Long approvalRequestedAt, Long approvedAt, Long startedAt) {

    static DeployTimes of(DeployChanged event) {
        return new DeployTimes(
                Millis.of(event.getCreatedAt()),
                Millis.of(event.getApprovalRequestedAt()),
                Millis.of(event.getApprovedAt()),
                Millis.of(event.getStartedAt()));
    }

    DeployTimes merge(DeployTimes other) {
        return new DeployTimes(
                least(createdAt, other.createdAt),
                least(approvalRequestedAt, other.approvalRequestedAt),
                least(approvedAt, other.approvedAt),
                least(startedAt, other.startedAt));
    }

    /** The latest of those that are known; null: none is. */
    public Long latest() {
        return greatest(greatest(createdAt, approvalRequestedAt), greatest(approvedAt, startedAt));
    }

    /** The earliest of those that are known; null: none is. */
    public Long earliest() {
        return least(least(createdAt, approvalRequestedAt), least(approvedAt, startedAt));
    }
}
