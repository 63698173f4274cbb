package dev.streamgauge.processors.definitions;

/**
 * A pinned period.
 *
 * @param from its first instant, epoch milliseconds
 * @param to the first instant after it, epoch milliseconds
 */
public record Baseline(long from, long to) {

    public Baseline {
        if (from >= to) {
            throw new IllegalArgumentException(
                    "A baseline ends after it begins, but %d is not before %d".formatted(from, to));
        }
    }

    public boolean contains(long instant) {
        return from <= instant && instant < to;
    }
}
