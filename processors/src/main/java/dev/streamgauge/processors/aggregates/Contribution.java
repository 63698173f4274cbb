package dev.streamgauge.processors.aggregates;

import java.util.Map;

/**
 * What a fact adds to a window.
 *
 * @param metric which of the window's; {@link WindowSums#ONLY} if its kind has none
 * @param durationMs a duration for the window's summary; null: none
 * @param sums amounts for sums, by the names of the public record's fields
 */
public record Contribution(WindowKey key, String metric, Long durationMs, Map<String, Long> sums) {

    /** A duration for the summary. */
    public static Contribution duration(WindowKey key, long durationMs) {
        return duration(key, WindowSums.ONLY, durationMs);
    }

    /** A duration for the summary of a metric. */
    public static Contribution duration(WindowKey key, String metric, long durationMs) {
        return new Contribution(key, metric, durationMs, Map.of());
    }

    /** One more of what a sum counts. */
    public static Contribution count(WindowKey key, String counted) {
        return count(key, WindowSums.ONLY, counted);
    }

    /** One more of what a sum of a metric counts. */
    public static Contribution count(WindowKey key, String metric, String counted) {
        return new Contribution(key, metric, null, Map.of(counted, 1L));
    }

    /** An amount for a sum. */
    public static Contribution sum(WindowKey key, String name, long amount) {
        return sums(key, Map.of(name, amount));
    }

    /** Amounts for several sums at once. */
    public static Contribution sums(WindowKey key, Map<String, Long> amounts) {
        return new Contribution(key, WindowSums.ONLY, null, Map.copyOf(amounts));
    }
}
