package dev.streamgauge.processors.telemetry;

import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.telemetry.Meters.About;
import dev.streamgauge.processors.watch.QueueRow;
import dev.streamgauge.schemas.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts and observes in a registry. */
public final class MeteredTelemetry implements Telemetry {

    private final Map<String, Counter> read = new ConcurrentHashMap<>();
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
    private final Timer delay;
    private final Meters meters;
    private final FactMeters facts;
    private final WatchMeters watch;

    /** @param definitions that say what production is */
    public MeteredTelemetry(
            MeterRegistry registry, TelemetrySettings settings, Definitions definitions, InstantSource clock) {
        this.meters = new Meters(registry, settings);
        this.delay = meters.histogram(ProcessorsMetrics.EVENT_DELAY, Buckets.DELAY, About.of(null));
        this.facts = new FactMeters(meters, definitions, clock::millis);
        this.watch = new WatchMeters(meters, clock::millis);
        for (Refusal refusal : Refusal.values()) {
            refused.put(refusal, meters.counter(ProcessorsMetrics.DEAD_LETTERS, About.of(null, refusal.code())));
        }
    }

    @Override
    public void read(String topic, long delayMs) {
        read.computeIfAbsent(topic, name -> meters.counter(ProcessorsMetrics.EVENTS, About.of(null, name)))
                .increment();
        delay.record(Duration.ofMillis(Math.max(0, delayMs)));
    }

    @Override
    public void refused(Refusal refusal) {
        refused.get(refusal).increment();
    }

    @Override
    public void facts(LiveTables tables) {
        tables.listen(MainHealth.BUILDS, facts::build);
        tables.listen(MainHealth.EPISODES, facts::episode);
        tables.listen(Changes.CHANGES, facts::change);
        tables.listen(Deliveries.DELIVERIES, facts::delivery);
        tables.listen(Failures.VERDICTS, facts::verdict);
    }

    @Override
    public Runnable watched(LiveTables tables, TableSpec<QueueRow> queues, TableSpec<AlertRow> alerts) {
        return watch.follow(tables, queues, alerts);
    }

    /** Has the gauges say what is so now; to be called before they are asked. */
    public void refresh() {
        watch.refresh();
    }
}
