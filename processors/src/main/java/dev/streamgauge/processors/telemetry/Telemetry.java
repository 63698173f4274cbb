package dev.streamgauge.processors.telemetry;

import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.watch.QueueRow;
import dev.streamgauge.schemas.Refusal;

/**
 * Hears at the edge of the topology what goes by. What it makes of it is telemetry: after a failure, records that had not been committed
 * come again, and are heard again. Called by all stream threads.
 */
public interface Telemetry {

    /** Nobody asks. */
    Telemetry OFF = new Telemetry() {};

    /**
     * An event was read.
     *
     * @param topic its name in the cluster
     * @param delayMs since its arrival there
     */
    default void read(String topic, long delayMs) {}

    /** An event was refused. */
    default void refused(Refusal refusal) {}

    /** A task has begun, whose facts are to be observed when they are revised. */
    default void facts(LiveTables tables) {}

    /**
     * A task has begun that watches.
     *
     * @param queues the queues that count; null: none, those of groups are sums of others
     * @return to be run when the task ends
     */
    default Runnable watched(LiveTables tables, TableSpec<QueueRow> queues, TableSpec<AlertRow> alerts) {
        return () -> {};
    }
}
