package dev.streamgauge.standalone.cli;

import dev.streamgauge.schemas.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a part of a topic of bytes, up to where it ended when the reading began. */
public final class TopicRange {

    private final Map<String, Object> config;
    private final String prefix;

    /**
     * A reader of the topics of one installation.
     *
     * @param clientConfig how to reach the brokers
     * @param prefix of the topics' names
     */
    public TopicRange(Map<String, Object> clientConfig, String prefix) {
        this.config = TopicReader.reading(clientConfig);
        this.prefix = prefix;
    }

    /**
     * A time within which records were appended.
     *
     * @param from null: from the beginning
     * @param to not included; null: to the end
     */
    public record Period(Instant from, Instant to) {

        boolean includes(ConsumerRecord<?, ?> found) {
            return to == null || found.timestamp() < to.toEpochMilli();
        }
    }

    /** Says where the reading of each partition begins. */
    @FunctionalInterface
    private interface Beginning {
        Map<TopicPartition, Long> of(
                KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends);
    }

    /**
     * Hands out the records that were appended within a time, in order within each partition.
     *
     * @param begin told how many records there are at most, before the first
     * @throws dev.streamgauge.standalone.StandaloneException if the topic does not exist or cannot be read to its end
     */
    public void between(
            Topic<byte[], byte[]> topic,
            Period period,
            LongConsumer begin,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Beginning beginning = (consumer, partitions, ends) -> starts(consumer, partitions, period.from());
        read(topic, beginning, begin, found -> {
            if (period.includes(found)) {
                reader.accept(found);
            }
        });
    }

    /** Hands out the last records of each partition; fails likewise. */
    public void tail(Topic<byte[], byte[]> topic, long most, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Beginning beginning = (consumer, partitions, ends) -> {
            Map<TopicPartition, Long> starts = starts(consumer, partitions, null);
            starts.replaceAll((partition, start) -> Math.max(start, ends.get(partition) - most));
            return starts;
        };
        read(topic, beginning, total -> {}, reader);
    }

    private void read(
            Topic<byte[], byte[]> topic,
            Beginning beginning,
            LongConsumer begin,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = TopicReader.partitions(consumer, topic, prefix);
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> starts = beginning.of(consumer, partitions, ends);
            starts.replaceAll((partition, start) -> Math.min(start, ends.get(partition)));
            starts.forEach(consumer::seek);
            begin.accept(partitions.stream()
                    .mapToLong(each -> ends.get(each) - starts.get(each))
                    .sum());
            TopicReader.read(consumer, ends, reader);
        }
    }

    private static Map<TopicPartition, Long> starts(
            KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, Instant from) {
        if (from == null) {
            return new HashMap<>(consumer.beginningOffsets(partitions));
        }
        Map<TopicPartition, Long> starts = new HashMap<>();
        consumer.offsetsForTimes(partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> from.toEpochMilli())))
                .forEach((partition, found) -> starts.put(partition, found == null ? Long.MAX_VALUE : found.offset()));
        return starts;
    }
}
