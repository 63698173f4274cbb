package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.UndecodableException;
import dev.streamgauge.schemas.wire.Wire;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Makes alerts of records. */
final class Reading {

    private final Deserializer<Alert> deserializer;

    Reading(Map<String, Object> clientConfig) {
        this.deserializer = Wire.from(clientConfig).deserializer(Topics.ALERTS.valueClass(), false);
    }

    /**
     * The alert of a record; empty for a tombstone.
     *
     * @throws UndecodableException if the bytes are no alert
     */
    Optional<Alert> alert(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(deserializer.deserialize(record.topic(), record.value()));
    }
}
