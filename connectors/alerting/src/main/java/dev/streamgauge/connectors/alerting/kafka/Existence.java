package dev.streamgauge.connectors.alerting.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;

/** Whether a topic is there. That a consumer is dealt no partition of it does not say: others may have them all. */
final class Existence {

    private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Consumer<?, ?> consumer;
    private final String topic;
    private boolean missing;
    private long next = System.nanoTime();

    Existence(Consumer<?, ?> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /** What to do if the topic is not there; empty if it is. Kafka is asked now and then, and only while the consumer has no partition of it. */
    Optional<String> missing() {
        if (!consumer.assignment().isEmpty()) {
            missing = false;
        } else if (System.nanoTime() - next >= 0) {
            missing = isMissing();
            next = System.nanoTime() + EVERY_NANOS;
        }
        return missing
                ? Optional.of(
                        "there is no topic %s: ./streamgauge topics apply creates it, or somebody who may (schemas/README.md)"
                                .formatted(topic))
                : Optional.empty();
    }

    private boolean isMissing() {
        try {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic, LONGEST);
            return partitions == null || partitions.isEmpty();
        } catch (TimeoutException e) {
            return missing; // Kafka does not answer: nothing new is known.
        }
    }
}
