package dev.streamgauge.connectors.gateway.topics;

import dev.streamgauge.connectors.gateway.config.From;
import dev.streamgauge.connectors.gateway.config.TopicConfig;
import dev.streamgauge.connectors.gateway.topics.TopicSources.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks at a topic with the settings of its source. It joins no group, reads no record and commits nothing. */
public final class TopicProbe {

    private TopicProbe() {}

    /**
     * What was seen.
     *
     * @param group the consumer group of the source
     * @param partitions 0: there is no such topic
     * @param unread how many records the group has not committed yet
     */
    public record Seen(String group, int partitions, long unread) {}

    /**
     * Looks.
     *
     * @param name the source's
     * @param cluster the own one
     * @param longest for each question
     * @throws org.apache.kafka.common.KafkaException if the cluster does not answer, or refuses
     */
    public static Seen look(String name, TopicConfig topic, Cluster cluster, Duration longest) {
        Map<String, Object> config = ConsumerSettings.of(topic, cluster, name);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(longest.toMillis()));
        String group = config.get(ConsumerConfig.GROUP_ID_CONFIG).toString();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic.topic());
            return partitions == null || partitions.isEmpty()
                    ? new Seen(group, 0, 0)
                    : new Seen(group, partitions.size(), unread(consumer, topic.from(), partitions));
        }
    }

    private static long unread(Consumer<byte[], byte[]> consumer, From from, List<PartitionInfo> partitions) {
        Set<TopicPartition> all = partitions.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        boolean wasHere = committed.values().stream().anyMatch(place -> place != null);
        Map<TopicPartition, Long> firsts = wasHere || from == From.EARLIEST ? consumer.beginningOffsets(all) : ends;
        return all.stream()
                .mapToLong(partition -> {
                    OffsetAndMetadata place = committed.get(partition);
                    return ends.get(partition) - (place == null ? firsts.get(partition) : place.offset());
                })
                .sum();
    }
}
