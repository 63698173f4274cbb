package dev.streamgauge.checks.drills;

import dev.streamgauge.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A subscriber to the facts, who sees what is committed, and when. */
final class Outputs implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::follow, "outputs");
    private final Map<TopicPartition, Long> seen = new HashMap<>();
    private Map<TopicPartition, Long> baseline;
    private CompletableFuture<Long> awaited = new CompletableFuture<>();
    private volatile boolean closing;

    Outputs(Map<String, Object> clients, String prefix) {
        Map<String, Object> config = new HashMap<>(clients);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions(prefix));
        consumer.seekToEnd(List.of());
        thread.setDaemon(true);
        thread.start();
    }

    private Collection<TopicPartition> partitions(String prefix) {
        List<TopicPartition> all = new ArrayList<>();
        Topics.facts()
                .forEach(topic -> consumer.partitionsFor(topic.name(prefix))
                        .forEach(found -> all.add(new TopicPartition(found.topic(), found.partition()))));
        return all;
    }

    private void follow() {
        while (!closing) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                see(found);
            }
        }
        consumer.close();
    }

    private synchronized void see(ConsumerRecord<byte[], byte[]> found) {
        TopicPartition partition = new TopicPartition(found.topic(), found.partition());
        seen.put(partition, found.offset());
        if (baseline != null && found.offset() > baseline.getOrDefault(partition, -1L)) {
            awaited.complete(System.nanoTime());
        }
    }

    /** From now on, whatever is newer than all that was seen is awaited. Call it when nothing that was published before is under way any more. */
    synchronized void awaitNews() {
        baseline = Map.copyOf(seen);
        awaited = new CompletableFuture<>();
    }

    /** Whether the awaited came. */
    synchronized boolean hasNews() {
        return awaited.isDone();
    }

    /** When the awaited came, by {@link System#nanoTime}. */
    long news(Duration atMost) throws InterruptedException {
        CompletableFuture<Long> coming;
        synchronized (this) {
            coming = awaited;
        }
        try {
            return coming.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("Nothing was published within " + atMost, e);
        }
    }

    @Override
    public void close() {
        closing = true;
    }
}
