package dev.streamgauge.connectors.alerting.shell;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.delivery.Backoff;
import dev.streamgauge.connectors.alerting.delivery.Events;
import dev.streamgauge.connectors.alerting.delivery.Teller;
import dev.streamgauge.connectors.alerting.http.AddressRules;
import dev.streamgauge.connectors.alerting.http.Outgoing;
import dev.streamgauge.connectors.alerting.notices.Routes;
import dev.streamgauge.connectors.alerting.receivers.Receivers;
import dev.streamgauge.schemas.Version;
import dev.streamgauge.schemas.wire.Wire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * Tells one receiver. What it has not accepted stays uncommitted, and the worker hands it over again. A receiver that forgets is told all that fires after each start:
 * then the partitions are read from their beginnings.
 */
public final class AlertSinkTask extends SinkTask {

    private static final Duration FIRST_LOOK = Duration.ofMillis(500);

    private final Map<TopicPartition, Long> next = new HashMap<>();
    private Outgoing outgoing;
    private Backoff backoff;
    private Deserializer<Alert> deserializer;
    private Deliveries deliveries;
    private boolean forgetful;

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public void start(Map<String, String> given) {
        SinkSettings settings = SinkSettings.of(given);
        Routes routes = settings.routes();
        outgoing = new Outgoing(
                new AddressRules(settings.network().allowed()),
                settings.network().trust());
        deserializer = Wire.from(given).deserializer(Alert.class, false);
        backoff = new Backoff(settings.receiver().pace(), RandomGenerator.getDefault());
        Teller teller = new Teller(
                settings.name(),
                Receivers.of(settings.receiver(), outgoing),
                alert -> routes.lead(alert, settings.name()),
                InstantSource.system(),
                Events.NONE);
        forgetful = teller.receiver().repetition().isPresent();
        deliveries = new Deliveries(teller, new Refusals(context));
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        partitions.forEach(next::remove);
        if (forgetful) {
            partitions.forEach(partition -> context.offset(partition, 0));
            context.timeout(FIRST_LOOK.toMillis());
        }
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        partitions.forEach(next::remove);
        deliveries.forget(partitions);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        try {
            Optional<Duration> asked = tell(records);
            if (asked.isPresent()) {
                Duration rest = backoff.next(Optional.of(asked.get()));
                context.timeout(rest.toMillis());
                throw new RetriableException("The receiver does not take alerts now, it is tried again");
            }
            backoff.reset();
            deliveries.untilRepeated().ifPresent(until -> context.timeout(Math.max(1, until.toMillis())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("Interrupted", e);
        }
    }

    // What has been told already is handed over again with what has not.
    private Optional<Duration> tell(Collection<SinkRecord> records) throws InterruptedException {
        for (SinkRecord record : records) {
            TopicPartition partition = new TopicPartition(record.originalTopic(), record.originalKafkaPartition());
            if (record.originalKafkaOffset() < next.getOrDefault(partition, 0L)) {
                continue;
            }
            Optional<Alert> alert = alert(record);
            if (alert.isPresent()) {
                Optional<Duration> later = deliveries.take(record, partition, alert.get());
                if (later.isPresent()) {
                    return later;
                }
            }
            next.put(partition, record.originalKafkaOffset() + 1);
        }
        return records.isEmpty() ? deliveries.repeat() : Optional.empty();
    }

    private Optional<Alert> alert(SinkRecord record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        if (!(record.value() instanceof byte[] bytes)) {
            throw new ConnectException(
                    "The connector reads bytes: set value.converter and key.converter to org.apache.kafka.connect.converters.ByteArrayConverter");
        }
        return deliveries.decoded(record, () -> deserializer.deserialize(record.originalTopic(), bytes));
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> current) {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        next.forEach((partition, offset) -> done.put(partition, new OffsetAndMetadata(offset)));
        return done;
    }

    @Override
    public void stop() {
        if (outgoing != null) {
            outgoing.close();
        }
    }
}
