package dev.streamgauge.standalone.doctor;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.RegistryClient;
import dev.streamgauge.schemas.wire.Subjects;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Causes;
import dev.streamgauge.standalone.serve.ClusterException;
import dev.streamgauge.standalone.serve.ClusterTopics;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.KafkaException;

/** Whether the user's Kafka and registry answer, and have what we need. */
final class ClusterChecks {

    private static final String PATIENCE_MS = "10000";

    private final ServiceSettings settings;

    ClusterChecks(ServiceSettings settings) {
        this.settings = settings;
    }

    Finding broker() {
        try (ClusterTopics cluster = new ClusterTopics(settings.admin(), settings.prefix())) {
            cluster.missing(List.of(Topics.RAW_EVENTS));
            return Finding.ok("broker", settings.bootstrapServers() + " answers");
        } catch (ClusterException | StandaloneException e) {
            return Finding.wrong(
                    "broker",
                    "%s: %s".formatted(settings.bootstrapServers(), e.getMessage()),
                    "look at bootstrap.servers and the kafka.* settings of its security");
        }
    }

    Finding registry() {
        Map<String, Object> config = new HashMap<>(settings.producer());
        config.putIfAbsent(WireConfig.RETRY_MS, PATIENCE_MS);
        try {
            RegistryClient registry = Wire.from(config).registry();
            boolean fits = registry.compatible(
                    Subjects.of(Topics.COMMITS.name(settings.prefix()), false),
                    SpecificData.get().getSchema(Topics.COMMITS.valueClass()));
            return fits
                    ? Finding.ok("registry", "the schema registry answers")
                    : Finding.wrong(
                            "registry",
                            "it has a schema for %s with which ours is not compatible"
                                    .formatted(Topics.COMMITS.name(settings.prefix())),
                            "is topic.prefix another installation's?");
        } catch (KafkaException e) {
            return Finding.wrong(
                    "registry",
                    Causes.of(e),
                    "look at %s and the settings of its credentials".formatted(WireConfig.URL));
        }
    }

    Finding topics(List<Topic<?, ?>> topics) {
        try (ClusterTopics cluster = new ClusterTopics(settings.admin(), settings.prefix())) {
            String missing = cluster.missing(topics).stream()
                    .map(topic -> topic.name(settings.prefix()))
                    .collect(Collectors.joining(", "));
            return missing.isEmpty()
                    ? Finding.ok("topics", "all %d are there".formatted(topics.size()))
                    : Finding.wrong(
                            "topics",
                            "missing: " + missing,
                            "./streamgauge topics apply creates them, or somebody who may (schemas/README.md)");
        } catch (ClusterException e) {
            return Finding.wrong("topics", e.getMessage(), "may the user of kafka.* describe them?");
        }
    }
}
