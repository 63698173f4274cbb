package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.Measurement;
import dev.streamgauge.processors.rules.Rule;
import java.util.List;

/** When a source was last heard. */
final class SourceGauge implements Gauge {

    private long heardAt;

    void heard(long at) {
        heardAt = Math.max(heardAt, at);
    }

    @Override
    public Measurement measure(Rule rule, long now) {
        return Measures.lasting(heardAt, List.of(), now);
    }
}
