package dev.streamgauge.processors.aggregates;

import java.util.Map;
import java.util.TreeMap;

/**
 * The sums of a window.
 *
 * @param counts counters by name; absent: zero
 */
public record WindowSums(WindowKey key, Summary summary, Map<String, Long> counts) {

    static WindowSums empty(WindowKey key) {
        return new WindowSums(key, Summary.EMPTY, Map.of());
    }

    WindowSums add(Contribution contribution, long times) {
        Summary sum = contribution.durationMs() == null ? summary : summary.add(contribution.durationMs(), times);
        return new WindowSums(key, sum, count(contribution.counted(), times));
    }

    private Map<String, Long> count(String name, long times) {
        if (name == null) {
            return counts;
        }
        Map<String, Long> copy = new TreeMap<>(counts);
        copy.merge(name, times, Long::sum);
        copy.values().removeIf(count -> count == 0);
        return copy;
    }

    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    boolean empty() {
        return summary.count() == 0 && counts.isEmpty();
    }
}
