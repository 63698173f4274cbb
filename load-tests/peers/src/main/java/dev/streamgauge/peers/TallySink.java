package dev.streamgauge.peers;

import java.time.Duration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes aggregates, exactly once: readers see them when a checkpoint has ended. */
final class TallySink {

    // The most that brokers allow unless they are told otherwise. Flink asks for more, and would be refused.
    private static final Duration TRANSACTION = Duration.ofMinutes(15);

    private TallySink() {}

    static KafkaSink<Tally> of(Assignment assignment) {
        return KafkaSink.<Tally>builder()
                .setBootstrapServers(assignment.cluster().brokers())
                .setRecordSerializer(writer(assignment.output()))
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(assignment.group())
                .setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(TRANSACTION.toMillis()))
                // As Kafka Streams sets it. Nothing is seen before the checkpoint, so that larger batches delay nobody.
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, "100")
                .build();
    }

    private static KafkaRecordSerializationSchema<Tally> writer(String topic) {
        return (tally, context, timestamp) -> new ProducerRecord<>(topic, tally.keyBytes(), tally.valueBytes());
    }
}
