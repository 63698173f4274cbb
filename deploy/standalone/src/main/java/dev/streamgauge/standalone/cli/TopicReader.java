package dev.streamgauge.standalone.cli;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.StandaloneException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what is committed in a topic from its beginning to where it ended when the reading began. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> config;
    private final Wire wire;
    private final String prefix;

    /**
     * A reader of the topics of one installation.
     *
     * @param clientConfig how to reach the brokers and the registry
     * @param prefix of the topics' names
     */
    public TopicReader(Map<String, Object> clientConfig, String prefix) {
        this.config = reading(clientConfig);
        this.wire = Wire.from(clientConfig);
        this.prefix = prefix;
    }

    /** The configuration of a consumer that reads what is committed, and leaves no trace. */
    static Map<String, Object> reading(Map<String, Object> clientConfig) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return config;
    }

    /**
     * The last value of each key, without those whose last value is a tombstone.
     *
     * @throws StandaloneException if the topic does not exist or cannot be read to its end
     */
    public <K, V> Map<K, V> latest(Topic<K, V> topic) {
        Map<K, V> latest = new LinkedHashMap<>();
        each(topic, found -> {
            if (found.value() == null) {
                latest.remove(found.key());
            } else {
                latest.put(found.key(), found.value());
            }
        });
        return latest;
    }

    /** What reads a topic's keys or values. */
    public <T> Deserializer<T> deserializer(Class<T> type, boolean isKey) {
        return wire.deserializer(type, isKey);
    }

    /** Hands out every record, in order within each partition; fails likewise. */
    public <K, V> void each(Topic<K, V> topic, Consumer<ConsumerRecord<K, V>> reader) {
        try (KafkaConsumer<K, V> consumer = new KafkaConsumer<>(
                config, wire.deserializer(topic.keyClass(), true), wire.deserializer(topic.valueClass(), false))) {
            List<TopicPartition> partitions = partitions(consumer, topic, prefix);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            read(consumer, consumer.endOffsets(partitions), reader);
        }
    }

    /**
     * Hands out the records of some partitions of several topics as they are, in order within each partition.
     *
     * @param which says, of a topic with so many partitions, which of them are read
     * @param begin told how many records there are at most, before the first
     * @throws StandaloneException if a topic does not exist or cannot be read to its end
     */
    public void raw(
            Collection<? extends Topic<?, ?>> topics,
            IntFunction<IntPredicate> which,
            LongConsumer begin,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> chosen = topics.stream()
                    .map(topic -> partitions(consumer, topic, prefix))
                    .flatMap(all ->
                            all.stream().filter(each -> which.apply(all.size()).test(each.partition())))
                    .toList();
            consumer.assign(chosen);
            consumer.seekToBeginning(chosen);
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(chosen);
            Map<TopicPartition, Long> ends = consumer.endOffsets(chosen);
            begin.accept(chosen.stream()
                    .mapToLong(each -> ends.get(each) - starts.get(each))
                    .sum());
            read(consumer, ends, reader);
        }
    }

    static <K, V> void read(
            KafkaConsumer<K, V> consumer, Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<K, V>> reader) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isBefore(consumer, ends)) {
            var records = consumer.poll(POLL);
            for (ConsumerRecord<K, V> found : records) {
                if (found.offset() < ends.get(new TopicPartition(found.topic(), found.partition()))) {
                    reader.accept(found);
                }
            }
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new StandaloneException("Nothing came from " + ends.keySet() + " for " + PATIENCE.toSeconds()
                        + " s, though there is more: is the broker running?");
            }
        }
    }

    // The position also passes what is not handed out: aborted records, and the marks of transactions.
    private static boolean isBefore(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic<?, ?> topic, String prefix) {
        String name = topic.name(prefix);
        List<PartitionInfo> found = consumer.partitionsFor(name);
        if (found == null || found.isEmpty()) {
            throw new StandaloneException(
                    "There is no topic %s: do the topics begin with another prefix than '%s'? Give it by --prefix, or by topic.prefix in the file of settings"
                            .formatted(name, prefix));
        }
        return found.stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
    }
}
