package dev.streamgauge.processors.queues;

import static dev.streamgauge.processors.queues.QueueName.ALL;
import static dev.streamgauge.processors.queues.QueueName.CI;
import static dev.streamgauge.processors.queues.QueueName.CI_APPROVAL;
import static dev.streamgauge.processors.table.Lattice.least;

import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.Start;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a build, or a job of one, waits: for a runner or at a gate. */
final class BuildStays {

    private final Build build;
    private final Start start;
    private final Hints hints;

    private BuildStays(Build build, Hints hints) {
        this.build = build;
        this.start = build.start();
        this.hints = hints;
    }

    static List<Stay> of(Build build, Hints hints) {
        BuildStays stays = new BuildStays(build, hints);
        return Stream.of(stays.ci(), stays.approval()).filter(Objects::nonNull).toList();
    }

    /** Whether only a hint, which is not kept as long as facts are, says that it waits no more. */
    static boolean unsettled(Build build, Hints hints) {
        return hints.goneAt() != null && endedAt(build) == null;
    }

    private static Long endedAt(Build build) {
        return least(build.start().startedAt(), build.finishedAt());
    }

    private Long goneAt() {
        Long ended = endedAt(build);
        return ended == null ? hints.goneAt() : ended;
    }

    private boolean atGate() {
        return goneAt() == null && hints.atGate() && start.approvedAt() == null;
    }

    private Stay approval() {
        Long since = start.approvalRequestedAt();
        if (atGate()) {
            Long asked = since == null ? start.queuedAt() : since;
            return Stay.waiting(CI_APPROVAL, ALL, asked == null ? hints.told().first() : asked);
        }
        Long left = least(start.approvedAt(), goneAt());
        return Stay.ended(CI_APPROVAL, ALL, since, left == null ? hints.gateAt() : left);
    }

    private Stay ci() {
        String label = hints.labels() == null ? "" : hints.labels();
        if (atGate()) {
            Long requested = start.approvalRequestedAt();
            boolean before = start.queuedAt() != null && requested != null && start.queuedAt() < requested;
            return before ? Stay.ended(CI, label, start.queuedAt(), requested) : null;
        }
        Long since = start.readyAt() == null ? start.approvedAt() : start.readyAt();
        since = since == null ? start.queuedAt() : since;
        if (goneAt() == null) {
            return Stay.waiting(CI, label, since == null ? hints.told().first() : since);
        }
        return leftAtTheGate() ? null : Stay.ended(CI, label, since, goneAt());
    }

    /** Nobody approved it, and it did not run. */
    private boolean leftAtTheGate() {
        return start.approvalRequestedAt() != null && start.approvedAt() == null && start.startedAt() == null;
    }
}
