package dev.streamgauge.processors.aggregates;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a window has of one metric.
 *
 * @param sums counters and other sums by the names of the public record's fields; absent: zero
 */
public record Sums(Summary summary, Map<String, Long> sums) {

    public static final Sums NONE = new Sums(Summary.EMPTY, Map.of());

    /** What a fact adds, so many times; a negative number takes it off. */
    static Sums of(Contribution contribution, long times) {
        Long duration = contribution.durationMs();
        return new Sums(
                duration == null ? Summary.EMPTY : Summary.EMPTY.add(duration, times),
                plus(Map.of(), contribution.sums(), times));
    }

    Sums plus(Sums other) {
        return plus(other, 1);
    }

    /** With others, so many times. */
    Sums plus(Sums other, long times) {
        return new Sums(summary.plus(other.summary, times), plus(sums, other.sums, times));
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

    Sums without(String name) {
        if (!sums.containsKey(name)) {
            return this;
        }
        Map<String, Long> others = new TreeMap<>(sums);
        others.remove(name);
        return new Sums(summary, others);
    }

    boolean isEmpty() {
        return summary.isEmpty() && sums.isEmpty();
    }
}
