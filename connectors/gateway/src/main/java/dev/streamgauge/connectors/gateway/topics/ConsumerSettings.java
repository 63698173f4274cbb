package dev.streamgauge.connectors.gateway.topics;

import dev.streamgauge.connectors.gateway.config.TopicConfig;
import dev.streamgauge.connectors.gateway.topics.TopicSources.Cluster;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;

/** The consumer's settings: the user's, and above them those on which the promise rests. */
final class ConsumerSettings {

    private ConsumerSettings() {}

    /** Whether the topic is on the cluster that the events go to. */
    static boolean isOwnCluster(TopicConfig topic) {
        return topic.otherCluster().isEmpty();
    }

    /**
     * The settings.
     *
     * @param own the own cluster
     * @param source the name of the source
     */
    static Map<String, Object> of(TopicConfig topic, Cluster own, String source) {
        // Another cluster must not learn the passwords of this one.
        Map<String, Object> config = new HashMap<>(isOwnCluster(topic) ? own.consumers() : Map.of());
        config.putAll(topic.kafka().reveal());
        config.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        config.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);
        config.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000); // A topic, or a partition, may come later.
        config.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        config.putIfAbsent(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, topic.group(own.prefix(), source));
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.CLASSIC.name());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"); // Beginning decides it.
        return config;
    }
}
