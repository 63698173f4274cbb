package dev.streamgauge.connectors.gateway.topics;

import dev.streamgauge.connectors.gateway.config.From;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides where reading begins, so that Kafka's client need not. To it, a group's first visit, a partition that was added and a place that is gone
 * are one; but only the first of them may skip what is there.
 */
final class Beginning {

    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);

    private final String topic;
    private final From from;

    Beginning(String topic, From from) {
        this.topic = topic;
        this.from = from;
    }

    /** The next records. None are not the end. */
    ConsumerRecords<byte[], byte[]> poll(Consumer<byte[], byte[]> consumer, Duration longest) {
        try {
            return consumer.poll(longest);
        } catch (NoOffsetForPartitionException e) {
            begin(consumer, e.partitions());
        } catch (OffsetOutOfRangeException e) {
            LOG.warn(
                    "What was next in {} is no longer there, the oldest record that is comes next: the topic's retention is shorter than this source was away, or it was created anew",
                    e.offsetOutOfRangePartitions());
            consumer.seekToBeginning(e.offsetOutOfRangePartitions().keySet());
        }
        return ConsumerRecords.empty();
    }

    private void begin(Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
        Set<TopicPartition> all = new HashSet<>(partitions);
        consumer.partitionsFor(topic).forEach(info -> all.add(new TopicPartition(topic, info.partition())));
        if (from == From.EARLIEST || wasHere(consumer, all)) {
            consumer.seekToBeginning(partitions);
            return;
        }
        // For all partitions at once, and committed: what is written from now on is not skipped, whoever reads it, and
        // whenever.
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        Map<TopicPartition, OffsetAndMetadata> now = new HashMap<>();
        ends.forEach((partition, end) -> now.put(partition, new OffsetAndMetadata(end)));
        consumer.commitSync(now);
        partitions.forEach(partition -> consumer.seek(partition, ends.get(partition)));
    }

    private static boolean wasHere(Consumer<byte[], byte[]> consumer, Set<TopicPartition> all) {
        return consumer.committed(all).values().stream().anyMatch(Objects::nonNull);
    }
}
