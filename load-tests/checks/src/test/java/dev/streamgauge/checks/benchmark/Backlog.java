package dev.streamgauge.checks.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.schemas.EventTopics;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Events that wait in their topics. */
final class Backlog {

    static final String PREFIX = Topic.DEFAULT_PREFIX;
    static final int PARTITIONS = Topics.DEFAULT_PARTITIONS;

    private final Platform platform;
    private final Map<Class<?>, Serializer<SpecificRecord>> serializers = new HashMap<>();

    Backlog(Platform platform) {
        this.platform = platform;
        platform.createTopics(PREFIX, PARTITIONS);
        Wire wire = Wire.from(platform.clientConfig());
        Topics.events().forEach(topic -> serializers.put(topic.valueClass(), serializer(wire, topic)));
    }

    @SuppressWarnings("unchecked") // each event meets the serializer of its own class
    private static Serializer<SpecificRecord> serializer(Wire wire, Topic<String, ? extends SpecificRecord> topic) {
        return (Serializer<SpecificRecord>) wire.serializer(topic.valueClass(), false);
    }

    /** All partitions of the event topics. */
    static List<TopicPartition> partitions() {
        return Topics.events().stream()
                .flatMap(topic -> IntStream.range(0, PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.name(PREFIX), partition)))
                .toList();
    }

    /** Writes these events. */
    void write(Stream<SpecificRecord> events) {
        Map<String, Object> config = new HashMap<>(platform.clientConfig());
        config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            var each = events.iterator();
            while (each.hasNext()) {
                ProducerRecord<byte[], byte[]> message = message(each.next());
                var unused = producer.send(message);
            }
            producer.flush();
        }
    }

    private ProducerRecord<byte[], byte[]> message(SpecificRecord event) {
        String topic = EventTopics.topicOf(event).name(PREFIX);
        byte[] value = serializers.get(event.getClass()).serialize(topic, event);
        return new ProducerRecord<>(topic, EventTopics.keyOf(event).getBytes(UTF_8), value);
    }
}
