package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.Measurement;
import dev.streamgauge.processors.rules.Rule;

/** Measures one subject. */
interface Gauge {

    /**
     * What a rule measures of it.
     *
     * @param now the wall clock, epoch milliseconds
     */
    Measurement measure(Rule rule, long now);

    /** Whether there is nothing (left) to measure. */
    default boolean idle() {
        return false;
    }
}
