package dev.streamgauge.processors.aggregates;

import java.util.Map;
import java.util.TreeMap;

/**
 * The sums of a window.
 *
 * @param sums counters and other sums by the names of the public record's fields; absent: zero
 * @param baseline the sums of the baseline that this window is compared with; empty: none
 */
public record WindowSums(WindowKey key, Summary summary, Map<String, Long> sums, Map<String, Long> baseline) {

    public WindowSums {
        baseline = baseline == null ? Map.of() : baseline; // a row that was written before there were baselines
    }

    public WindowSums(WindowKey key, Summary summary, Map<String, Long> sums) {
        this(key, summary, sums, Map.of());
    }

    /** A window in which nothing happened. */
    public static WindowSums empty(WindowKey key) {
        return new WindowSums(key, Summary.EMPTY, Map.of());
    }

    /** What a fact adds, so many times; a negative number takes it off. */
    static WindowSums of(Contribution contribution, long times) {
        Long duration = contribution.durationMs();
        return new WindowSums(
                contribution.key(),
                duration == null ? Summary.EMPTY : Summary.EMPTY.add(duration, times),
                plus(Map.of(), contribution.sums(), times));
    }

    /** With the sums of another window. */
    public WindowSums plus(WindowSums other) {
        return plus(other, 1);
    }

    /** With the sums of another window, so many times. */
    WindowSums plus(WindowSums other, long times) {
        return new WindowSums(key, summary.plus(other.summary, times), plus(sums, other.sums, times), baseline);
    }

    /** What must be added to another window for it to be this one. */
    public WindowSums minus(WindowSums other) {
        return plus(other, -1);
    }

    /** So many times what it is. */
    public WindowSums times(long times) {
        return times == 1 ? this : empty(key).plus(this, times);
    }

    /** The same sums of another window. */
    public WindowSums under(WindowKey other) {
        return new WindowSums(other, summary, sums, baseline);
    }

    private static Map<String, Long> plus(Map<String, Long> sums, Map<String, Long> others, long times) {
        if (others.isEmpty()) {
            return sums;
        }
        Map<String, Long> copy = new TreeMap<>(sums);
        others.forEach((name, amount) -> copy.merge(name, times * amount, Long::sum));
        copy.values().removeIf(sum -> sum == 0);
        return copy;
    }

    WindowSums comparedWith(Map<String, Long> otherBaseline) {
        return new WindowSums(key, summary, sums, otherBaseline);
    }

    /** What it is itself: without what a roll-up derives from its own rows. */
    public WindowSums ownOnly() {
        Map<String, Long> own = new TreeMap<>(sums);
        own.remove("deploy_days");
        return new WindowSums(key, summary, own);
    }

    public long sum(String name) {
        return sums.getOrDefault(name, 0L);
    }

    /** Whether nothing happened in it. */
    public boolean isEmpty() {
        return summary.isEmpty() && sums.isEmpty();
    }
}
