package dev.streamgauge.processors.aggregates;

/**
 * What a fact adds to a window.
 *
 * @param durationMs a duration for the window's summary; null: none
 * @param counted a sum by name, as the public record names it; null: none
 * @param amount what is added to that sum
 */
public record Contribution(WindowKey key, Long durationMs, String counted, long amount) {

    /** A duration for the summary. */
    public static Contribution duration(WindowKey key, long durationMs) {
        return new Contribution(key, durationMs, null, 0);
    }

    /** One more of what a sum counts. */
    public static Contribution count(WindowKey key, String counted) {
        return sum(key, counted, 1);
    }

    /** An amount for a sum. */
    public static Contribution sum(WindowKey key, String counted, long amount) {
        return new Contribution(key, null, counted, amount);
    }
}
