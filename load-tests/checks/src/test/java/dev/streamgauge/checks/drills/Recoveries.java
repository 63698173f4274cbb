package dev.streamgauge.checks.drills;

import java.time.Duration;
import java.util.List;

/**
 * From each fault to the first new result that a subscriber can see.
 *
 * @param times in the order of the faults
 */
record Recoveries(List<Duration> times) {

    /** The smallest time that so many hundredths of all do not exceed, in milliseconds. */
    long percentile(int hundredths) {
        List<Duration> sorted = times.stream().sorted().toList();
        int rank = (int) Math.ceil(hundredths / 100.0 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1).toMillis();
    }

    @Override
    public String toString() {
        return "%d faults, recovery p50 %d ms, p95 %d ms, max %d ms"
                .formatted(times.size(), percentile(50), percentile(95), percentile(100));
    }
}
