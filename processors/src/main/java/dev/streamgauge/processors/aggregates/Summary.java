package dev.streamgauge.processors.aggregates;

/** Count, exact sum and histogram of durations in milliseconds. */
public record Summary(long count, long sumMs, Histogram histogram) {

    public static final Summary EMPTY = new Summary(0, 0, Histogram.EMPTY);

    Summary add(long durationMs, long times) {
        return new Summary(count + times, sumMs + times * durationMs, histogram.add(durationMs, times));
    }

    Summary plus(Summary other, long times) {
        return new Summary(
                count + times * other.count, sumMs + times * other.sumMs, histogram.plus(other.histogram, times));
    }

    /** Whether it holds nothing. That its count is zero is not enough: a roll-up may have heard of what is taken off, and not yet of what is added. */
    boolean isEmpty() {
        return count == 0 && sumMs == 0 && histogram.buckets().isEmpty();
    }

    /** The mean, rounded half up; null if there is nothing (or less, until the rest of a roll-up has come). */
    public Long meanMs() {
        return count <= 0 ? null : Math.floorDiv(2 * sumMs + count, 2 * count);
    }

    /** The nearest-rank quantile, within 1 %; null if there is nothing. */
    public Long percentileMs(int percent) {
        return count <= 0 ? null : histogram.valueAt((percent * count + 99) / 100);
    }
}
