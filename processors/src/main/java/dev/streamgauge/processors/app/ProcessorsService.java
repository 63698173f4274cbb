package dev.streamgauge.processors.app;

import dev.streamgauge.operators.Management;
import dev.streamgauge.operators.Vitals;
import dev.streamgauge.processors.telemetry.MeteredTelemetry;
import dev.streamgauge.processors.telemetry.Telemetry;
import dev.streamgauge.processors.telemetry.TelemetrySettings;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.settings.flat.Address;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processors as a service: they run, and operators can ask how they are. */
public final class ProcessorsService implements AutoCloseable {

    private static final InstantSource CLOCK = InstantSource.system();

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Management management;
    private volatile ProcessorsApp app;
    private volatile BrokerProbe probe;
    private KafkaStreamsMetrics metrics;
    private volatile Runnable refreshing = () -> {};

    private ProcessorsService(Address address) throws IOException {
        this.management = new Management(
                address,
                ProcessorsConfig.MANAGEMENT_LISTEN,
                new Vitals(this::failure, this::waiting, this::notes, this::scrape));
    }

    /**
     * Starts; returns at once. Kafka need not be there yet.
     *
     * @param management where operators ask
     * @param telemetry what of delivery is counted for them
     * @throws IOException if the port for operators is taken
     * @throws org.apache.kafka.common.KafkaException if Kafka's clients refuse their configuration
     */
    public static ProcessorsService start(ProcessorsConfig config, Address management, TelemetrySettings telemetry)
            throws IOException {
        ProcessorsService service = new ProcessorsService(management);
        try {
            service.run(config, telemetry);
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private void run(ProcessorsConfig config, TelemetrySettings settings) {
        MeteredTelemetry telemetry =
                settings.enabled() ? new MeteredTelemetry(registry, settings, config.definitions(), CLOCK) : null;
        app = ProcessorsApp.start(config, telemetry == null ? Telemetry.OFF : telemetry);
        metrics = new KafkaStreamsMetrics(app.streams());
        metrics.bindTo(registry);
        probe = BrokerProbe.start(StreamsSettings.admin(config), topics(config), CLOCK);
        AppMeters meters = new AppMeters(registry, app, probe, CLOCK);
        refreshing = () -> {
            meters.refresh();
            if (telemetry != null) {
                telemetry.refresh();
            }
        };
    }

    private static List<String> topics(ProcessorsConfig config) {
        // Of topics that it does not need it may have no right to ask.
        Stream<Topic<?, ?>> parts = config.watch() == null
                ? Stream.of(Topics.ROLL_UP_PARTS)
                : Stream.of(Topics.ROLL_UP_PARTS, Topics.QUEUE_PARTS);
        return Stream.concat(Topics.events().stream(), parts).map(config::name).toList();
    }

    private String scrape() {
        refreshing.run();
        return registry.scrape();
    }

    /** Why they stopped by themselves; empty if they did not. */
    public Optional<String> failure() {
        return app == null ? Optional.empty() : app.failure();
    }

    private Optional<String> waiting() {
        if (app == null || probe == null) {
            return Optional.of("the processors are starting");
        }
        return app.waiting().or(probe::trouble);
    }

    private List<String> notes() {
        return probe == null ? List.of() : probe.held().notes(CLOCK.instant());
    }

    /** The port on which it answers {@code /livez}, {@code /readyz} and {@code /metrics}. */
    public int managementPort() {
        return management.port();
    }

    /** Finishes what has begun, and ends. */
    @Override
    public void close() {
        if (metrics != null) {
            metrics.close();
        }
        if (app != null) {
            app.close();
        }
        if (probe != null) {
            probe.close();
        }
        management.close();
    }
}
