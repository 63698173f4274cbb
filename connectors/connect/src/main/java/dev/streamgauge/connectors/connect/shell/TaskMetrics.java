package dev.streamgauge.connectors.connect.shell;

import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.apache.kafka.common.metrics.Measurable;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task's counters among the worker's metrics (group {@code plugins}). */
final class TaskMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(TaskMetrics.class);

    private TaskMetrics() {}

    static void register(SourceTaskContext context, PollingMetrics metrics, Source source) {
        PluginMetrics registry = registry(context);
        if (registry == null) {
            return;
        }
        metrics.counters()
                .keySet()
                .forEach(name -> add(
                        registry,
                        name,
                        "Since the task began",
                        (config, now) -> metrics.counters().get(name)));
        add(
                registry,
                "rate-limit-wait-seconds",
                "Until polling goes on; 0: it does",
                (config, now) -> Math.max(
                        0,
                        Duration.between(Instant.ofEpochMilli(now), metrics.waitingUntil())
                                .toSeconds()));
        add(registry, "rate-limit-remaining", "Calls that are left; -1: the provider does not say", (config, now) -> {
            Long left = source.budget().remaining();
            return left == null ? -1 : left;
        });
    }

    private static void add(PluginMetrics registry, String name, String what, Measurable measured) {
        registry.addMetric(registry.metricName(name, what, new LinkedHashMap<>()), measured);
    }

    // Workers before Kafka 4.1 have no metrics of plugins.
    private static PluginMetrics registry(SourceTaskContext context) {
        try {
            return context.pluginMetrics();
        } catch (LinkageError e) {
            LOG.info("This worker is older than Kafka 4.1: the task's counters are only in the log");
            return null;
        }
    }
}
