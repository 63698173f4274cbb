package dev.streamgauge.checks.performance;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long probes took, in microseconds.
 *
 * @param micros all of them, ascending; those that still wait are here with their age
 * @param waiting how many still wait
 * @param youngest the least age of these: from there on it is known only that it takes no less
 */
record Waits(List<Long> micros, int waiting, long youngest) {

    static Waits of(List<Long> over, List<Long> waiting) {
        return new Waits(
                Stream.concat(over.stream(), waiting.stream()).sorted().toList(),
                waiting.size(),
                waiting.isEmpty() ? Long.MAX_VALUE : Collections.min(waiting));
    }

    /** No more than this was it for such a share of the probes, in milliseconds. */
    double millis(double quantile) {
        return at(quantile) / 1e3;
    }

    /** The same for a page, which says so if it may as well be more. */
    String text(double quantile) {
        return "%s%.0f".formatted(at(quantile) < youngest ? "" : "≥ ", millis(quantile));
    }

    /** How many there are. */
    String count() {
        return waiting == 0 ? "%,d".formatted(micros.size()) : "%,d, %,d wait".formatted(micros.size(), waiting);
    }

    private long at(double quantile) {
        return micros.get((int) Math.ceil(quantile * micros.size()) - 1);
    }
}
