package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.Measurement;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.rules.Rule;
import java.util.List;

/** When a source was last heard. What has been silent for as long as things are remembered is a source no more: its repository was retired, or it comes from elsewhere. */
final class SourceGauge implements Gauge {

    private final Memory memory;
    private long heardAt;

    SourceGauge(Memory memory) {
        this.memory = memory;
    }

    void heard(long at) {
        heardAt = Math.max(heardAt, at);
    }

    @Override
    public Measurement measure(Rule rule, long now) {
        return heardAt < memory.horizon(now) ? Measurement.ofNothing() : Measures.lasting(heardAt, List.of(), now);
    }
}
