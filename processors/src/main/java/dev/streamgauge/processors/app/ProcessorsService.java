package dev.streamgauge.processors.app;

import dev.streamgauge.operators.Management;
import dev.streamgauge.operators.Vitals;
import dev.streamgauge.settings.flat.Address;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.Optional;

/** The processors as a service: they run, and operators can ask how they are. */
public final class ProcessorsService implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Management management;
    private volatile ProcessorsApp app;
    private KafkaStreamsMetrics metrics;

    private ProcessorsService(Address address) throws IOException {
        this.management = new Management(
                address,
                ProcessorsConfig.MANAGEMENT_LISTEN,
                new Vitals(this::failure, this::waiting, registry::scrape));
    }

    /**
     * Starts; returns at once. Kafka need not be there yet.
     *
     * @param management where operators ask
     * @throws IOException if the port for operators is taken
     * @throws org.apache.kafka.common.KafkaException if Kafka's clients refuse their configuration
     */
    public static ProcessorsService start(ProcessorsConfig config, Address management) throws IOException {
        ProcessorsService service = new ProcessorsService(management);
        try {
            service.run(config);
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private void run(ProcessorsConfig config) {
        app = ProcessorsApp.start(config);
        metrics = new KafkaStreamsMetrics(app.streams());
        metrics.bindTo(registry);
    }

    /** Why they stopped by themselves; empty if they did not. */
    public Optional<String> failure() {
        return app == null ? Optional.empty() : app.failure();
    }

    private Optional<String> waiting() {
        return app == null ? Optional.of("the processors are starting") : app.waiting();
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
        management.close();
    }
}
