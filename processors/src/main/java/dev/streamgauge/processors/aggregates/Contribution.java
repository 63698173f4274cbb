package dev.streamgauge.processors.aggregates;

import java.util.Map;

/**
 * What a fact adds to a window.
 *
 * @param durationMs a duration for the window's summary; null: none
 * @param sums amounts for sums, by the names of the public record's fields
 */
public record Contribution(WindowKey key, Long durationMs, Map<String, Long> sums) {

    /** A duration for the summary. */
    public static Contribution duration(WindowKey key, long durationMs) {
        return new Contribution(key, durationMs, Map.of());
    }

    /** One more of what a sum counts. */
    public static Contribution count(WindowKey key, String counted) {
        return sum(key, counted, 1);
    }

    /** An amount for a sum. */
    public static Contribution sum(WindowKey key, String name, long amount) {
        return new Contribution(key, null, Map.of(name, amount));
    }

    /** Amounts for several sums at once. */
    public static Contribution sums(WindowKey key, Map<String, Long> amounts) {
        return new Contribution(key, null, Map.copyOf(amounts));
    }
}
