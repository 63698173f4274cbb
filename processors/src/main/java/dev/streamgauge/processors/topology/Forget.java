package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.forgetting.Sweep;
import dev.streamgauge.processors.store.LiveTables;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Sweeps the tables of a task by the wall clock, a little at a time, so that no sweep is long. */
final class Forget {

    /** At this pace ten million rows are looked at twice a day. */
    private static final Duration EVERY = Duration.ofSeconds(10);

    private static final int ROWS = 2_500;

    private Forget() {}

    static void schedule(Memory memory, LiveTables tables, List<Expiring<?>> expiring, ProcessorContext<?, ?> context) {
        if (memory.ends()) {
            Sweep sweep = new Sweep(tables, expiring);
            context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, now -> {
                tables.writeBack(); // a row with uncommitted changes would stay, though what leads to it may go
                sweep.step(memory.horizon(now), ROWS);
            });
        }
    }
}
