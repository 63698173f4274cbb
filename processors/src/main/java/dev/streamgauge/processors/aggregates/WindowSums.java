package dev.streamgauge.processors.aggregates;

import java.util.Map;
import java.util.TreeMap;

/**
 * The sums of a window.
 *
 * @param sums counters and other sums by the names of the public record's fields; absent: zero
 */
public record WindowSums(WindowKey key, Summary summary, Map<String, Long> sums) {

    static WindowSums empty(WindowKey key) {
        return new WindowSums(key, Summary.EMPTY, Map.of());
    }

    WindowSums add(Contribution contribution, long times) {
        Summary added = contribution.durationMs() == null ? summary : summary.add(contribution.durationMs(), times);
        return new WindowSums(key, added, plus(contribution.counted(), times * contribution.amount()));
    }

    private Map<String, Long> plus(String name, long amount) {
        if (name == null) {
            return sums;
        }
        Map<String, Long> copy = new TreeMap<>(sums);
        copy.merge(name, amount, Long::sum);
        copy.values().removeIf(sum -> sum == 0);
        return copy;
    }

    public long sum(String name) {
        return sums.getOrDefault(name, 0L);
    }

    boolean empty() {
        return summary.count() == 0 && sums.isEmpty();
    }
}
