package dev.streamgauge.standalone.serve;

import dev.streamgauge.standalone.topics.Found;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;

/** Topics as Kafka's clients describe them, in our words. */
final class FoundTopics {

    private FoundTopics() {}

    static Found of(TopicDescription description, Config config) {
        Map<String, String> values = new HashMap<>();
        Set<String> chosen = new HashSet<>();
        for (ConfigEntry entry : config.entries()) {
            values.put(entry.name(), entry.value() == null ? "" : entry.value());
            if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
                chosen.add(entry.name());
            }
        }
        int replicas = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return new Found(description.partitions().size(), replicas, values, chosen);
    }
}
