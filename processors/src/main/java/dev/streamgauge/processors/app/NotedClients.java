package dev.streamgauge.processors.app;

import dev.streamgauge.processors.app.ReadNotes.Note;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Kafka's own clients, but that the consumers of events note when they asked, and what they have read: Kafka Streams does not tell its processors. */
final class NotedClients implements KafkaClientSupplier {

    private final ReadNotes notes;
    private final Pulse pulse;

    NotedClients(ReadNotes notes, Pulse pulse) {
        this.notes = notes;
        this.pulse = pulse;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new NotingConsumer(config, notes, pulse);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Its methods are called by one thread, as Kafka wants it. */
    private static final class NotingConsumer extends KafkaConsumer<byte[], byte[]> {

        private final ReadNotes notes;
        private final Pulse pulse;
        private final Set<TopicPartition> mine = new HashSet<>();

        NotingConsumer(Map<String, Object> config, ReadNotes notes, Pulse pulse) {
            super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.notes = notes;
            this.pulse = pulse;
            pulse.beat(this);
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            pulse.beat(this);
            ConsumerRecords<byte[], byte[]> polled = super.poll(timeout);
            Set<TopicPartition> assigned = assignment();
            if (!assigned.equals(mine)) {
                reassigned(assigned);
            }
            for (TopicPartition partition : mine) {
                notes.note(partition, new Note(currentLag(partition), last(partition, polled)));
            }
            return polled;
        }

        @Override
        public void close(CloseOptions options) {
            pulse.end(this);
            super.close(options);
        }

        /** What was read of a partition by its former reader says nothing about the new one. */
        private void reassigned(Set<TopicPartition> assigned) {
            Set<TopicPartition> changed = new HashSet<>(mine);
            changed.removeAll(assigned);
            notes.forget(changed);
            Set<TopicPartition> fresh = new HashSet<>(assigned);
            fresh.removeAll(mine);
            notes.forget(fresh);
            mine.clear();
            mine.addAll(assigned);
        }

        private long last(TopicPartition partition, ConsumerRecords<byte[], byte[]> polled) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            return records.isEmpty()
                    ? notes.last(partition)
                    : records.get(records.size() - 1).offset();
        }
    }
}
