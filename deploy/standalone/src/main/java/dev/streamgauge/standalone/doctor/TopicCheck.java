package dev.streamgauge.standalone.doctor;

import dev.streamgauge.connectors.gateway.config.TopicConfig;
import dev.streamgauge.connectors.gateway.topics.TopicProbe;
import dev.streamgauge.connectors.gateway.topics.TopicSources.Cluster;
import dev.streamgauge.standalone.cli.Causes;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;

/** Whether the topic of a source can be read, and how far that is. */
final class TopicCheck {

    private static final String CHECK = "topic";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServiceSettings settings;

    TopicCheck(ServiceSettings settings) {
        this.settings = settings;
    }

    Finding of(String source, TopicConfig topic) {
        try {
            Cluster cluster = new Cluster(settings.consumer(), settings.prefix());
            return finding(source, topic.topic(), TopicProbe.look(source, topic, cluster, PATIENCE));
        } catch (KafkaException e) {
            return Finding.wrong(
                    CHECK,
                    "%s cannot be read: %s".formatted(topic.topic(), Causes.of(e)),
                    "look at source.%s.kafka.*, and at the ACLs: its user has to read the topic and the group"
                            .formatted(source));
        }
    }

    private static Finding finding(String source, String topic, TopicProbe.Seen seen) {
        return seen.partitions() == 0
                ? Finding.wrong(
                        CHECK,
                        "there is no topic %s, or its user may not see it".formatted(topic),
                        "look at source.%s.topic and source.%s.kafka.bootstrap.servers".formatted(source, source))
                : Finding.ok(
                        CHECK,
                        "%s has %d partition%s, %,d records of it are not read yet (group %s)"
                                .formatted(
                                        topic,
                                        seen.partitions(),
                                        seen.partitions() == 1 ? "" : "s",
                                        seen.unread(),
                                        seen.group()));
    }
}
