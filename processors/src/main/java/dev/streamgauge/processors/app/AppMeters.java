package dev.streamgauge.processors.app;

import dev.streamgauge.operators.Metric;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.telemetry.ProcessorsMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How the running processors are, as gauges. */
final class AppMeters {

    private final ProcessorsApp app;
    private final BrokerProbe probe;
    private final InstantSource clock;
    private final MultiGauge unread;
    private final MultiGauge held;
    private final MultiGauge heldAge;
    private final MultiGauge rules;

    AppMeters(MeterRegistry registry, ProcessorsApp app, BrokerProbe probe, InstantSource clock) {
        this.app = app;
        this.probe = probe;
        this.clock = clock;
        this.unread = gauges(registry, ProcessorsMetrics.EVENTS_UNREAD);
        this.held = gauges(registry, ProcessorsMetrics.EVENTS_HELD);
        this.heldAge = gauges(registry, ProcessorsMetrics.EVENTS_HELD_AGE);
        this.rules = gauges(registry, ProcessorsMetrics.RULES_VERSION);
        bind(registry);
    }

    private void bind(MeterRegistry registry) {
        gauge(registry, ProcessorsMetrics.BROKERS_ANSWER, () -> probe.trouble().isEmpty() ? 1 : 0);
        gauge(registry, ProcessorsMetrics.THREAD_IDLE, () -> app.pulse().idle().toMillis() / 1e3);
        gauge(
                registry,
                ProcessorsMetrics.RESTORE_PARTITIONS,
                () -> app.restorations().going().size());
        gauge(
                registry,
                ProcessorsMetrics.RESTORE_REMAINING,
                () -> app.restorations().remaining());
        String kind = ProcessorsMetrics.THREAD_FAILURES.labels().get(0);
        String name = ProcessorsMetrics.THREAD_FAILURES.name();
        String meaning = ProcessorsMetrics.THREAD_FAILURES.meaning();
        FunctionCounter.builder(name, app.policy(), FailurePolicy::waited)
                .description(meaning)
                .tag(kind, "retriable")
                .register(registry);
        FunctionCounter.builder(name, app.policy(), FailurePolicy::failed)
                .description(meaning)
                .tag(kind, "failure")
                .register(registry);
    }

    private static void gauge(MeterRegistry registry, Metric metric, Supplier<Number> value) {
        Gauge.builder(metric.name(), value)
                .description(metric.meaning())
                .baseUnit(base(metric))
                .register(registry);
    }

    private static MultiGauge gauges(MeterRegistry registry, Metric metric) {
        return MultiGauge.builder(metric.name())
                .description(metric.meaning())
                .baseUnit(base(metric))
                .register(registry);
    }

    private static String base(Metric metric) {
        return metric.unit().base().isEmpty() ? null : metric.unit().base();
    }

    /** Has the gauges say what is so now. */
    void refresh() {
        unread.register(rows("topic", app.notes().lags()), true);
        held.register(rows("topic", probe.held().records()), true);
        heldAge.register(rows("topic", probe.held().seconds(clock.instant())), true);
        RuleSet inForce = app.rulesInForce();
        rules.register(inForce == null ? List.of() : rows("version", Map.of(inForce.version(), 1L)), true);
    }

    private static List<Row<?>> rows(String label, Map<String, Long> values) {
        List<Row<?>> rows = new ArrayList<>();
        values.forEach((value, number) -> rows.add(Row.of(Tags.of(label, value), number)));
        return rows;
    }
}
