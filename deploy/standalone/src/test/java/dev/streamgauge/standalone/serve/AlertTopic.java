package dev.streamgauge.standalone.serve;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes alerts as the processors do. */
final class AlertTopic implements AutoCloseable {

    static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final KafkaProducer<AlertKey, Alert> producer;
    private final String topic;

    AlertTopic(Platform platform, String prefix) {
        Wire wire = Wire.from(platform.clientConfig());
        this.producer = new KafkaProducer<>(
                platform.clientConfig(), wire.serializer(AlertKey.class, true), wire.serializer(Alert.class, false));
        this.topic = Topics.ALERTS.name(prefix);
    }

    void write(Alert alert) throws Exception {
        producer.send(new ProducerRecord<>(topic, new AlertKey(alert.getFingerprint()), alert))
                .get();
    }

    /** Fires since ten. */
    static Alert firing(String fingerprint) {
        return Alert.newBuilder()
                .setFingerprint(fingerprint)
                .setRule("CiSlow")
                .setKind("age")
                .setState("firing")
                .setSeverity("page")
                .setName("github.com/acme/shop")
                .setSubject(Map.of("queue", "ci", "label", fingerprint))
                .setLabels(Map.of())
                .setSummary("The oldest of ci waits for 2 h")
                .setValue(7_200_000.0)
                .setThreshold(3_600_000.0)
                .setUnit("ms")
                .setStartsAt(TEN)
                .setFiredAt(TEN)
                .setItems(List.of())
                .setRulesVersion("r1")
                .setUpdatedAt(TEN)
                .setRevision(1)
                .build();
    }

    /** The same, ended a minute later. */
    static Alert resolved(String fingerprint) {
        return Alert.newBuilder(firing(fingerprint))
                .setState("resolved")
                .setResolvedAt(TEN.plusSeconds(60))
                .setUpdatedAt(TEN.plusSeconds(60))
                .setRevision(2)
                .build();
    }

    @Override
    public void close() {
        producer.close();
    }
}
