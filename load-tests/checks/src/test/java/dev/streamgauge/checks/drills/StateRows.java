package dev.streamgauge.checks.drills;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How many rows the state of processors has, as its changelogs tell. RocksDB's own estimate counts a row again for each of its versions. */
final class StateRows implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String CHANGELOG = "-changelog";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Set<ByteBuffer>> rows = new HashMap<>();

    /** @param application whose changelogs exist already */
    StateRows(Map<String, Object> clients, String application) {
        Map<String, Object> config = new HashMap<>(clients);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> changelogs = new ArrayList<>();
        consumer.listTopics().forEach((topic, partitions) -> {
            if (topic.startsWith(application) && topic.endsWith(CHANGELOG)) {
                partitions.forEach(found -> changelogs.add(new TopicPartition(topic, found.partition())));
            }
        });
        consumer.assign(changelogs);
        consumer.seekToBeginning(changelogs);
        changelogs.forEach(changelog -> rows.put(changelog, new HashSet<>()));
    }

    /** As many as there are now. */
    long now() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(rows.keySet());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::take);
        }
        return rows.values().stream().mapToLong(Set::size).sum();
    }

    private void take(ConsumerRecord<byte[], byte[]> change) {
        Set<ByteBuffer> keys = rows.get(new TopicPartition(change.topic(), change.partition()));
        ByteBuffer key = ByteBuffer.wrap(change.key());
        if (change.value() == null) {
            keys.remove(key);
        } else {
            keys.add(key);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
