package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.alerts.v1.Alert;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record that was read.
 *
 * @param alert empty: there is nothing to tell of it
 */
record Item(ConsumerRecord<byte[], byte[]> record, Optional<Alert> alert) {

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }
}
