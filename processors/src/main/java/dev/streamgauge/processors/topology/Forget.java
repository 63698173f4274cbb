package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.forgetting.Sweep;
import dev.streamgauge.processors.store.LiveTables;
import java.time.Duration;
import java.util.List;

/** Sweeps the tables of a task by the wall clock, a little at a time, so that no sweep is long. */
final class Forget {

    /** At this pace ten million rows are looked at twice a day. */
    private static final Duration EVERY = Duration.ofSeconds(10);

    /** Of a step of any sweep. */
    static final int ROWS = 2_500;

    private Forget() {}

    static void schedule(Memory memory, LiveTables tables, List<Expiring<?>> expiring, Stint stint) {
        if (memory.ends()) {
            Sweep sweep = new Sweep(tables, expiring);
            stint.every(EVERY, now -> {
                tables.writeBack(); // a row with uncommitted changes would stay, though what leads to it may go
                sweep.step(memory.horizon(now), ROWS);
            });
        }
    }
}
