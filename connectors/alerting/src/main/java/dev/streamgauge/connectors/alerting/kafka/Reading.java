package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
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
    private final Deserializer<AlertKey> keys;

    Reading(Map<String, Object> clientConfig) {
        Wire wire = Wire.from(clientConfig);
        this.deserializer = wire.deserializer(Topics.ALERTS.valueClass(), false);
        this.keys = wire.deserializer(AlertKey.class, true);
    }

    /**
     * The alert of a record; empty for a tombstone.
     *
     * @throws UndecodableException if the bytes are no alert
     */
    Optional<Alert> alert(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(deserializer.deserialize(record.topic(), record.value()));
    }

    /** The alert of a record; empty for a tombstone, and for what is no alert. */
    Optional<Alert> readable(ConsumerRecord<byte[], byte[]> record) {
        try {
            return alert(record);
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    /** Which alert a record is of, a tombstone too; empty if its key is none. */
    Optional<String> fingerprint(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(keys.deserialize(record.topic(), record.key()))
                    .map(AlertKey::getFingerprint);
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }
}
