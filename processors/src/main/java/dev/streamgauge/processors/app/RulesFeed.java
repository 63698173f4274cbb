package dev.streamgauge.processors.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.operators.KafkaTrouble;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.settings.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force, as their topic has them: read by a thread of its own, because every instance needs all of them. Text that is no
 * set of rules changes nothing.
 */
final class RulesFeed implements Supplier<RuleSet>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RulesFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration ASK = Duration.ofSeconds(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(1);

    private final AtomicReference<RuleSet> inForce = new AtomicReference<>();
    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean open = true;
    private volatile String trouble;

    private RulesFeed(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
        this.thread = new Thread(this::read, "streamgauge-rules");
        thread.setDaemon(true);
    }

    /**
     * Begins to read; returns at once.
     *
     * @param config of a consumer without a group
     * @param topic its name in the cluster
     */
    static RulesFeed start(Map<String, Object> config, String topic) {
        RulesFeed feed = new RulesFeed(
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()), topic);
        feed.thread.start();
        return feed;
    }

    /** The rules; null: they have not been read yet. */
    @Override
    public RuleSet get() {
        return inForce.get();
    }

    private void read() {
        try (consumer) {
            while (open) {
                try {
                    follow();
                } catch (WakeupException | InterruptException e) {
                    return;
                } catch (KafkaException e) {
                    tell("the rules in %s cannot be read, those in force stay: %s"
                            .formatted(topic, KafkaTrouble.of(e)));
                    pause();
                }
            }
        }
    }

    private void follow() {
        TopicPartition partition = new TopicPartition(topic, 0);
        if (!exists()) {
            trouble = null;
            inForce.compareAndSet(null, RuleSet.shipped());
            consumer.assign(List.of());
            pause();
            return;
        }
        if (consumer.assignment().isEmpty()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
        }
        long end = consumer.endOffsets(List.of(partition), ASK).get(partition);
        while (open) {
            consumer.poll(POLL).forEach(this::take);
            trouble = null;
            if (inForce.get() == null && consumer.position(partition) >= end) {
                inForce.compareAndSet(null, RuleSet.shipped());
            }
        }
    }

    /** Why they cannot be read now; empty: they can. */
    Optional<String> waiting() {
        return Optional.ofNullable(trouble);
    }

    private void tell(String reason) {
        if (!reason.equals(trouble)) {
            LOG.warn("It is tried again: {}", reason);
        }
        trouble = reason;
    }

    private boolean exists() {
        try {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic, ASK);
            return partitions != null && !partitions.isEmpty();
        } catch (UnknownTopicOrPartitionException e) {
            return false;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || !new String(record.key(), UTF_8).equals(Topics.RULES_KEY)) {
            return;
        }
        try {
            RuleSet rules =
                    record.value() == null ? RuleSet.shipped() : RuleSet.read(topic, new String(record.value(), UTF_8));
            inForce.set(rules);
            LOG.info("{} rules are in force, version {}", rules.rules().size(), rules.version());
        } catch (SettingsException e) {
            LOG.warn(
                    "The rules at offset {} of {} cannot be used, those before stay: {}",
                    record.offset(),
                    topic,
                    e.getMessage());
        }
    }

    /** Somebody may create the topic later. */
    private void pause() {
        try {
            open = !stopped.await(ASK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        }
    }

    /** Reads no more; does not wait. The rules in force stay. */
    void stop() {
        open = false;
        stopped.countDown();
        consumer.wakeup();
    }

    @Override
    public void close() {
        stop();
        try {
            thread.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
