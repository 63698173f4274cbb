package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.table.Tables;

/** Sums where the time of deliveries went, as the aggregates do, and nothing else. */
final class Flows {

    private final Counted<Delivery> counted;
    private final Aggregation aggregation;

    Flows(Tables windows, Definitions definitions) {
        this.counted = Counted.flow(definitions);
        this.aggregation = new Aggregation(windows);
    }

    /** Learns from a revised fact; either may be null. What is no delivery is ignored. */
    void revised(Object before, Object after) {
        if (before instanceof Delivery || after instanceof Delivery) {
            aggregation.revise(
                    counted.contributions().apply((Delivery) before),
                    counted.contributions().apply((Delivery) after));
        }
    }
}
