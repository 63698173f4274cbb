package dev.streamgauge.standalone.doctor;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.serve.ClusterException;
import dev.streamgauge.standalone.serve.ClusterTopics;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the user's Kafka answers, and has our topics. */
final class ClusterChecks {

    private final ServiceSettings settings;

    ClusterChecks(ServiceSettings settings) {
        this.settings = settings;
    }

    Finding broker() {
        try (ClusterTopics cluster = new ClusterTopics(settings.admin(), settings.prefix())) {
            int brokers = cluster.brokers();
            return Finding.ok(
                    "broker",
                    settings.bootstrapServers() + " answers"
                            + (brokers > 1 ? ", %d brokers are there".formatted(brokers) : ""));
        } catch (ClusterException | StandaloneException e) {
            return Finding.wrong(
                    "broker",
                    "%s: %s".formatted(settings.bootstrapServers(), e.getMessage()),
                    "look at bootstrap.servers and the kafka.* settings of its security");
        }
    }

    Finding topics(List<Topic<?, ?>> topics) {
        try (ClusterTopics cluster = new ClusterTopics(settings.admin(), settings.prefix())) {
            List<Topic<?, ?>> missing = cluster.missing(topics);
            return missing.isEmpty()
                    ? Finding.ok("topics", "all %d are there".formatted(topics.size()))
                    : missing(missing, settings.prefix());
        } catch (ClusterException e) {
            return Finding.wrong("topics", e.getMessage(), "may the user of kafka.* describe them?");
        }
    }

    static Finding missing(List<Topic<?, ?>> topics, String prefix) {
        return Finding.wrong(
                "topics",
                "missing: " + topics.stream().map(topic -> topic.name(prefix)).collect(Collectors.joining(", ")),
                "./streamgauge topics apply creates them, or somebody who may (schemas/README.md)");
    }
}
