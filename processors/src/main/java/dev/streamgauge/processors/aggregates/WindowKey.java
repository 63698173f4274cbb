package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.table.Key;
import java.util.List;

/**
 * What a window counts.
 *
 * @param kind which aggregate
 * @param dimensions lead time: service, environment, metric; otherwise: workflow (* for all)
 * @param start epoch milliseconds
 */
public record WindowKey(Kind kind, String repository, List<String> dimensions, Window window, long start) {

    /** The aggregates. */
    public enum Kind {
        LEAD_TIME,
        MAIN_BRANCH,
        TIME_TO_GREEN
    }

    Key key() {
        Key key = Key.of(repository).and(kind.name());
        for (String dimension : dimensions) {
            key = key.and(dimension);
        }
        return key.and(window.name()).and(start);
    }
}
