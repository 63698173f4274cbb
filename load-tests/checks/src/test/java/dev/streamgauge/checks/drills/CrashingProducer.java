package dev.streamgauge.checks.drills;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's own producer, with places around each step of a transaction at which the process may drop dead. */
public final class CrashingProducer extends KafkaProducer<byte[], byte[]> {

    /** As Kafka Streams asks for it. */
    public CrashingProducer(Map<String, Object> config) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void beginTransaction() {
        CrashPoint.reach("before-begin");
        super.beginTransaction();
        CrashPoint.reach("after-begin");
    }

    @Override
    public void sendOffsetsToTransaction(
            Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata consumer) {
        CrashPoint.reach("before-offsets");
        super.sendOffsetsToTransaction(offsets, consumer);
        CrashPoint.reach("after-offsets");
    }

    @Override
    public void commitTransaction() {
        CrashPoint.reach("before-commit");
        super.commitTransaction();
        CrashPoint.reach("after-commit");
    }
}
