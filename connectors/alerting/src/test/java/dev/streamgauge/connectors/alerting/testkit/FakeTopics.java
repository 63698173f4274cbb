package dev.streamgauge.connectors.alerting.testkit;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.schemas.testkit.TestRegistry;
import dev.streamgauge.schemas.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of alerts and those that the sink writes, by Kafka's own stand-ins for its clients. */
public final class FakeTopics implements AutoCloseable {

    private static final TopicPartition ALERTS = new TopicPartition("streamgauge.alerts.v1", 0);

    private final TestRegistry registry = new TestRegistry();
    private final Wire wire = Wire.from(config());
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    public Map<String, Object> config() {
        return Map.of("schema.registry.url", registry.url());
    }

    public MockConsumer<byte[], byte[]> consumer() {
        return consumer;
    }

    public MockProducer<byte[], byte[]> producer() {
        return producer;
    }

    /**
     * Has the consumer get the partition, with these already in it.
     *
     * @param committed where its group is; null: it is new
     */
    public void assign(ConsumerRebalanceListener places, Long committed, Alert... already) {
        consumer.subscribe(List.of(ALERTS.topic()), places);
        consumer.updateBeginningOffsets(Map.of(ALERTS, 0L));
        consumer.updateEndOffsets(Map.of(ALERTS, (long) already.length));
        consumer.rebalance(List.of(ALERTS));
        if (committed != null) {
            consumer.commitSync(Map.of(ALERTS, new OffsetAndMetadata(committed)));
        }
        places.onPartitionsAssigned(List.of(ALERTS));
        for (Alert alert : already) {
            add(alert);
        }
        consumer.schedulePollTask(this::handOut);
    }

    // The stand-in forgets what it has handed out; a topic does not.
    private void handOut() {
        if (!consumer.paused().contains(ALERTS)) {
            long position = consumer.position(ALERTS);
            records.stream().filter(each -> each.offset() >= position).forEach(consumer::addRecord);
        }
        consumer.schedulePollTask(this::handOut);
    }

    public void add(Alert alert) {
        add(alert.getFingerprint(), wire.serializer(Alert.class, false).serialize(ALERTS.topic(), alert));
    }

    public void addTombstone(String fingerprint) {
        add(fingerprint, null);
    }

    public void addGarbage() {
        add("garbage", "garbage".getBytes(StandardCharsets.UTF_8));
    }

    private void add(String fingerprint, byte[] value) {
        byte[] key = wire.serializer(AlertKey.class, true).serialize(ALERTS.topic(), new AlertKey(fingerprint));
        records.add(new ConsumerRecord<>(ALERTS.topic(), ALERTS.partition(), records.size(), key, value));
    }

    /** What was written to a topic. */
    public List<ProducerRecord<byte[], byte[]>> written(String topic) {
        return producer.history().stream()
                .filter(each -> each.topic().equals(topic))
                .toList();
    }

    /** The alerts that were written; null where it was a tombstone. */
    public List<Alert> alerts() {
        return written(ALERTS.topic()).stream()
                .map(each -> wire.deserializer(Alert.class, false).deserialize(ALERTS.topic(), each.value()))
                .toList();
    }

    @Override
    public void close() {
        registry.close();
    }
}
