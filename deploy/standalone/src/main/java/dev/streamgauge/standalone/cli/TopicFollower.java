package dev.streamgauge.standalone.cli;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.StandaloneException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic of bytes to its end, and then goes on. For one thread; another may {@link #stop} it. */
public final class TopicFollower implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String prefix;

    /**
     * A reader of the topics of one installation.
     *
     * @param clientConfig how to reach the brokers
     * @param prefix of the topics' names
     */
    public TopicFollower(Map<String, Object> clientConfig, String prefix) {
        this.consumer = new KafkaConsumer<>(
                TopicReader.reading(clientConfig), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.prefix = prefix;
    }

    /**
     * Hands out what is committed up to now, in order within each partition.
     *
     * @throws StandaloneException if the topic does not exist or cannot be read to its end
     */
    public void toEnd(Topic<byte[], byte[]> topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        List<TopicPartition> partitions = TopicReader.partitions(consumer, topic, prefix);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        TopicReader.read(consumer, ends, reader);
        ends.forEach(consumer::seek); // what was fetched beyond is read again, by whoever follows
    }

    /** Hands out what comes from where the reading stands, until it is stopped or the reader says no. */
    public void follow(Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        try {
            boolean wanted = true;
            while (wanted) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                    wanted &= reader.test(found);
                }
            }
        } catch (WakeupException e) {
            return; // stopped
        }
    }

    /** Ends the following, from another thread. */
    public void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
