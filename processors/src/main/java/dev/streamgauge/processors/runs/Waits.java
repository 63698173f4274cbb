package dev.streamgauge.processors.runs;

import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.Start;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a build's time went into, in milliseconds (docs/metrics.md, section 3). Blocked, approval and runner queue do not overlap, and
 * sum to the time from queued to started.
 *
 * @param blockedMs null: unknown, it is the runner's
 * @param approvalMs null: none was requested
 * @param runnerQueueMs null: the clocks disagree too much to tell
 * @param runMs null: the same
 */
public record Waits(Long blockedMs, Long approvalMs, Long runnerQueueMs, Long runMs) {

    /** By how much a later time may come before an earlier one. */
    static final long TOLERANCE_MS = Duration.ofMinutes(5).toMillis();

    private static final Waits SKEWED = new Waits(null, null, null, null);

    /** Of a build; null unless it is finished and said when it was queued and started. */
    public static Waits of(Build build) {
        Start start = build.start();
        if (!build.finished() || start.queuedAt() == null || start.startedAt() == null) {
            return null;
        }
        long queueMs = start.startedAt() - start.queuedAt();
        long runMs = build.finishedAt() - start.startedAt();
        return queueMs < -TOLERANCE_MS || runMs < -TOLERANCE_MS
                ? SKEWED
                : parts(start, Math.max(0, queueMs), Math.max(0, runMs));
    }

    /** From queued to started, milliseconds; only if it is not {@link #skewed}. */
    public long queueMs() {
        return (blockedMs == null ? 0 : blockedMs) + (approvalMs == null ? 0 : approvalMs) + runnerQueueMs;
    }

    /** Whether its times contradict each other by more than clocks may differ. */
    public boolean skewed() {
        return runMs == null;
    }

    /**
     * A build's times by the names of the public metrics; null where the clocks disagree too much to tell. None of a build that is not
     * finished, or did not say when it was queued and started.
     */
    public static Map<String, Long> byMetric(Build build) {
        Waits waits = of(build);
        Map<String, Long> times = new LinkedHashMap<>();
        if (waits == null) {
            return times;
        }
        if (waits.blockedMs != null) {
            times.put("blocked", waits.blockedMs);
        }
        if (waits.approvalMs != null) {
            times.put("approval", waits.approvalMs);
        }
        times.put("runner_queue", waits.runnerQueueMs);
        times.put("run", waits.runMs);
        return times;
    }

    private static Waits parts(Start start, long queueMs, long runMs) {
        long ready = within(start, queueMs, start.readyAt());
        long requested = within(start, queueMs, start.approvalRequestedAt());
        long approved = Math.max(requested, within(start, queueMs, approvedAt(start)));
        long approvalMs = approved - requested;
        long bothMs = Math.max(0, Math.min(ready, approved) - requested);
        long blockedMs = ready - bothMs;
        return new Waits(
                start.readyAt() == null ? null : blockedMs,
                start.approvalRequestedAt() == null ? null : approvalMs,
                queueMs - blockedMs - approvalMs,
                runMs);
    }

    private static Long approvedAt(Start start) {
        if (start.approvalRequestedAt() == null) {
            return null;
        }
        return start.approvedAt() == null ? start.startedAt() : start.approvedAt();
    }

    /** How long after queueing a time was, as far as it lies before the start; zero for one that nobody told. */
    private static long within(Start start, long queueMs, Long time) {
        return time == null ? 0 : Math.min(queueMs, Math.max(0, time - start.queuedAt()));
    }
}
