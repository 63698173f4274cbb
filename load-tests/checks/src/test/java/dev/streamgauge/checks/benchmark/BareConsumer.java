package dev.streamgauge.checks.benchmark;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.Platform;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** The least that anybody must do who processes events: one thread that reads them all and decodes them. */
final class BareConsumer {

    private final Map<String, Object> config;
    private final Map<String, Deserializer<? extends SpecificRecord>> decoders = new HashMap<>();

    BareConsumer(Platform platform) {
        config = new HashMap<>(platform.clientConfig());
        // As the processors read.
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        Wire wire = Wire.from(platform.clientConfig());
        Topics.events()
                .forEach(topic ->
                        decoders.put(topic.name(Backlog.PREFIX), wire.deserializer(topic.valueClass(), false)));
    }

    /** Reads everything, and answers how much that was. */
    long read() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(Backlog.partitions());
            consumer.seekToBeginning(Backlog.partitions());
            Map<TopicPartition, Long> ends = consumer.endOffsets(Backlog.partitions());
            long total = ends.values().stream().mapToLong(Long::longValue).sum();
            long events = 0;
            while (events < total) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(200))) {
                    decode(found);
                    events++;
                }
            }
            return events;
        }
    }

    private void decode(ConsumerRecord<byte[], byte[]> found) {
        SpecificRecord event = decoders.get(found.topic()).deserialize(found.topic(), found.value());
        if (event == null) {
            throw new IllegalStateException("No event in " + found.topic());
        }
    }
}
