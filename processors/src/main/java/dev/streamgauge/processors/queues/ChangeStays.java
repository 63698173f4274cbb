package dev.streamgauge.processors.queues;

import static dev.streamgauge.processors.queues.QueueName.ALL;
import static dev.streamgauge.processors.queues.QueueName.INTEGRATION;
import static dev.streamgauge.processors.queues.QueueName.MERGE;
import static dev.streamgauge.processors.queues.QueueName.REVIEW_DECISION;
import static dev.streamgauge.processors.queues.QueueName.REVIEW_PICKUP;
import static dev.streamgauge.processors.table.Lattice.least;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Pass;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a change waits until it lands, and then for a green build. */
final class ChangeStays {

    private final Change change;
    private final Hints hints;
    private final Long outAt;

    private ChangeStays(Change change, Hints hints) {
        this.change = change;
        this.hints = hints;
        this.outAt = outAt();
    }

    /**
     * The stays.
     *
     * @param integratedAt when it was first known to be green or delivered, epoch milliseconds; null: not yet
     */
    static List<Stay> of(Change change, Hints hints, Long integratedAt) {
        if (!change.published()) {
            return List.of();
        }
        ChangeStays stays = new ChangeStays(change, hints);
        boolean requested = change.review() != null;
        return Stream.of(
                        requested ? stays.pickup() : null,
                        requested ? stays.decision() : null,
                        requested ? stays.merge() : null,
                        change.landed() ? until(INTEGRATION, change.landedAt(), integratedAt) : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stay until(QueueName queue, Long since, Long left) {
        return left == null ? Stay.waiting(queue, ALL, since) : Stay.ended(queue, ALL, since, left);
    }

    /** When it was last closed, merged, landed or made a draft; null: it is open and no draft. */
    private Long outAt() {
        if (change.review() == null) {
            return null;
        }
        Long landed = least(change.landedAt(), change.mergedAt());
        return switch (change.review().state()) {
            case "open" -> landed;
            case "closed" -> least(landed, hints.closedAt() == null ? stateAt() : hints.closedAt());
            default -> landed == null ? stateAt() : landed;
        };
    }

    private Long stateAt() {
        return change.review().stateAt();
    }

    private Stay pickup() {
        Long since = change.readyAt();
        if (outAt == null && since == null) {
            since = change.openedAt() == null ? least(hints.told().first(), stateAt()) : change.openedAt();
        }
        return since == null ? null : until(REVIEW_PICKUP, since, least(change.firstReviewAt(), outAt));
    }

    private Stay decision() {
        Long since = change.firstReviewAt();
        return since == null ? null : until(REVIEW_DECISION, since, least(change.firstApprovedAt(), outAt));
    }

    private Stay merge() {
        List<Pass> passes = change.passes();
        Pass last = passes.isEmpty() ? null : passes.get(passes.size() - 1);
        if (last != null && !last.evicted()) {
            return until(MERGE, last.from(), outAt);
        }
        if (change.approvedAt() != null) {
            return until(MERGE, change.approvedAt(), outAt);
        }
        return last == null ? null : Stay.ended(MERGE, ALL, last.from(), least(last.until(), outAt));
    }
}
