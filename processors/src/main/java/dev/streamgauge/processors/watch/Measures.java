package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.alerts.Measurement;
import dev.streamgauge.processors.rules.Rule;
import java.util.List;

/** What rules measure of a queue. */
final class Measures {

    private Measures() {}

    static Measurement of(Depths depths, Rule rule, long now) {
        return switch (rule.kind()) {
            case DEPTH -> Measurement.of((double) depths.depth(), depths.oldest());
            case AGE -> Measurement.of((double) depths.oldestAgeMs(now), depths.oldest());
            case WAIT -> Measurement.of((double) waitMs(depths, now), depths.oldest());
            case GROWTH -> Measurement.of((double) (depths.arrivals() - depths.departures()), depths.oldest());
            default -> Measurement.unknown();
        };
    }

    /** While none leaves, the wait is at least the age of the oldest. */
    private static long waitMs(Depths depths, long now) {
        Long expected = depths.expectedWaitMs();
        return expected == null ? depths.oldestAgeMs(now) : expected;
    }

    static Measurement lasting(Long since, List<AlertItem> items, long now) {
        return Measurement.of(since == null ? 0.0 : (double) Depths.age(since, now), items);
    }
}
