package dev.streamgauge.checks.alerting;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes alerts as the processors do. What it returns from is in the topic. */
public final class AlertWriter implements AutoCloseable {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final KafkaProducer<AlertKey, Alert> producer;
    private final String topic;

    public AlertWriter(Platform platform, String prefix) {
        Wire wire = Wire.from(platform.clientConfig());
        this.producer = new KafkaProducer<>(
                platform.clientConfig(), wire.serializer(AlertKey.class, true), wire.serializer(Alert.class, false));
        this.topic = Topics.ALERTS.name(prefix);
    }

    /** The alert fires. */
    public void fires(String fingerprint) throws ExecutionException, InterruptedException {
        write(firing(fingerprint));
    }

    /** It ends. */
    public void ends(String fingerprint) throws ExecutionException, InterruptedException {
        write(Alert.newBuilder(firing(fingerprint))
                .setState("resolved")
                .setResolvedAt(TEN.plusSeconds(60))
                .setUpdatedAt(TEN.plusSeconds(60))
                .setRevision(2)
                .build());
    }

    private void write(Alert alert) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, new AlertKey(alert.getFingerprint()), alert))
                .get();
    }

    /** The keys under which PagerDuty is to hear of an alert and of its end. */
    static List<String> pagerKeys(String fingerprint) {
        String episode = fingerprint + "-" + TEN.toEpochMilli();
        return List.of("trigger " + episode, "resolve " + episode);
    }

    /** The same of a signed webhook. */
    static List<String> webhookKeys(String fingerprint) {
        String episode = fingerprint + "-" + TEN.toEpochMilli();
        return List.of("alert_" + episode + "-1", "alert_" + episode + "-2");
    }

    private static Alert firing(String fingerprint) {
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

    @Override
    public void close() {
        producer.close();
    }
}
