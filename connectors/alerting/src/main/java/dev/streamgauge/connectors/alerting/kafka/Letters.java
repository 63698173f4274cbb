package dev.streamgauge.connectors.alerting.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.RecordJson;
import dev.streamgauge.schemas.wire.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Writes what receivers refuse, and that they do. What it returns from, the broker has acknowledged. For many threads. */
final class Letters implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final Serializer<AlertKey> keys;
    private final Serializer<Alert> alerts;
    private final String prefix;

    /** @throws KafkaException if the client refuses its configuration */
    Letters(Map<String, Object> clientConfig, String prefix) {
        this(clientConfig, prefix, connect(clientConfig));
    }

    Letters(Map<String, Object> clientConfig, String prefix, Producer<byte[], byte[]> producer) {
        Wire wire = Wire.from(clientConfig);
        this.keys = wire.serializer(AlertKey.class, true);
        this.alerts = wire.serializer(Alert.class, false);
        this.prefix = prefix;
        this.producer = producer;
    }

    private static Producer<byte[], byte[]> connect(Map<String, Object> clientConfig) {
        return new KafkaProducer<>(
                Clients.producer(clientConfig), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Keeps a record as it was read, with the reason. */
    void refuse(ConsumerRecord<byte[], byte[]> record, String receiver, Refused why) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topics.ALERT_DEAD_LETTERS.name(prefix), record.key(), record.value());
        header(letter, DeadLetterHeaders.TOPIC, record.topic());
        header(letter, DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
        header(letter, DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
        header(letter, DeadLetterHeaders.REASON, why.reason());
        header(letter, DeadLetterHeaders.MESSAGE, why.why());
        header(letter, DeadLetterHeaders.ORIGIN, receiver);
        send(letter);
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String text) {
        letter.headers().add(name, text.getBytes(UTF_8));
    }

    /** Publishes an alert of the sink's own, also for those who read JSON. */
    void publish(Alert alert) {
        byte[] value = alerts.serialize(Topics.ALERTS.name(prefix), alert);
        byte[] json = RecordJson.toJson(alert, Set.of()).toString().getBytes(UTF_8);
        both(alert.getFingerprint(), value, json);
    }

    /** Publishes that an alert of the sink's own is no more. */
    void forget(String fingerprint) {
        both(fingerprint, null, null);
    }

    private void both(String fingerprint, byte[] value, byte[] json) {
        String topic = Topics.ALERTS.name(prefix);
        send(new ProducerRecord<>(topic, keys.serialize(topic, new AlertKey(fingerprint)), value));
        send(new ProducerRecord<>(Topics.ALERTS_JSON.name(prefix), fingerprint.getBytes(UTF_8), json));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
