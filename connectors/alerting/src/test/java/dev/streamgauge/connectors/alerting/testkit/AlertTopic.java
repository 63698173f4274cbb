package dev.streamgauge.connectors.alerting.testkit;

import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.TEN;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes alerts as the processors do. What it returns from is in the topic. */
public final class AlertTopic implements AutoCloseable {

    private final KafkaProducer<AlertKey, Alert> producer;
    private final String topic;

    /** @param client where broker and registry are */
    public AlertTopic(Map<String, Object> client, String prefix) {
        Wire wire = Wire.from(client);
        this.producer =
                new KafkaProducer<>(client, wire.serializer(AlertKey.class, true), wire.serializer(Alert.class, false));
        this.topic = Topics.ALERTS.name(prefix);
    }

    /** The alert fires since ten. */
    public void fires(String fingerprint) throws ExecutionException, InterruptedException {
        write(TestAlerts.firing(fingerprint, TEN));
    }

    /** It ended a minute later. */
    public void ends(String fingerprint) throws ExecutionException, InterruptedException {
        write(TestAlerts.resolved(TestAlerts.firing(fingerprint, TEN), TEN.plusSeconds(60)));
    }

    private void write(Alert alert) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, new AlertKey(alert.getFingerprint()), alert))
                .get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
