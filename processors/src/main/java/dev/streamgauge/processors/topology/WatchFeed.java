package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.forgetting.Sweep;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.queues.Facts;
import dev.streamgauge.processors.queues.QueueKeeper;
import dev.streamgauge.processors.queues.Queues;
import dev.streamgauge.processors.queues.Told;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.schemas.EventTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What those who watch hear of the facts. Without them, it does nothing. */
final class WatchFeed {

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);
    private static final List<TableSpec<?>> HEARD =
            List.of(Queues.ITEMS, MainHealth.BUILDS, MainHealth.EPISODES, Deliveries.LANE_STATES, Ledger.COMPLETENESS);

    private final WatchSettings settings;
    private final LiveTables tables;
    private final ProcessorContext<Object, Object> context;

    /** @param settings null: nobody watches */
    WatchFeed(WatchSettings settings, LiveTables tables, ProcessorContext<Object, Object> context) {
        this.settings = settings;
        this.tables = tables;
        this.context = context;
    }

    QueueKeeper keeper(Facts facts) {
        return settings == null
                ? QueueKeeper.NOBODY
                : new Queues(tables, facts, new Queues.Terms(settings.expiry(), context::currentSystemTimeMs));
    }

    void start(Stint stint) {
        if (settings != null) {
            HEARD.forEach(this::listen);
            Sweep sweep = new Sweep(tables, Queues.expiring(settings.expiry()));
            stint.every(SWEEP_EVERY, now -> sweep.step(now, Forget.ROWS));
        }
    }

    private <V> void listen(TableSpec<V> spec) {
        tables.listen(spec, this::send);
    }

    /**
     * Notes whether an event is history.
     *
     * @param news whether it changed what is known
     */
    void heard(SpecificRecord event, boolean news) {
        if (settings == null || !news) {
            return;
        }
        Instant received =
                (Instant) event.get(event.getSchema().getField("received_at").pos());
        if (settings.isHistory(Told.of(event), received.toEpochMilli())) {
            send(new Heard(EventTopics.keyOf(event)));
        }
    }

    private void send(Object news) {
        context.forward(new Record<>(null, news, context.currentSystemTimeMs()), DeliveryTopology.WATCH);
    }
}
