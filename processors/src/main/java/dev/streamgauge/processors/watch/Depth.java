package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.Measurement;
import dev.streamgauge.processors.rules.Rule;

/** A queue that can be looked at. */
interface Depth extends Gauge {

    /**
     * The queue as it is.
     *
     * @param now the wall clock, epoch milliseconds; never less than before
     */
    Depths at(long now);

    @Override
    default Measurement measure(Rule rule, long now) {
        return Measures.of(at(now), rule, now);
    }
}
