package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.connectors.alerting.delivery.Events;
import dev.streamgauge.operators.Metric;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts for operators what becomes of what is told, and says when a receiver takes something. */
final class Counters implements Events {

    private final Metric metric;
    private final MeterRegistry registry;
    private final String receiver;
    private final Runnable onAccepted;

    Counters(Metric metric, MeterRegistry registry, String receiver, Runnable onAccepted) {
        this.metric = metric;
        this.registry = registry;
        this.receiver = receiver;
        this.onAccepted = onAccepted;
        count("accepted", 0);
    }

    private void count(String outcome, int notices) {
        registry.counter(metric.name(), "receiver", receiver, "outcome", outcome)
                .increment(notices);
    }

    @Override
    public void accepted(int notices) {
        count("accepted", notices);
        onAccepted.run();
    }

    @Override
    public void later() {
        count("later", 1);
    }

    @Override
    public void refused(String reason) {
        count("refused", 1);
    }
}
