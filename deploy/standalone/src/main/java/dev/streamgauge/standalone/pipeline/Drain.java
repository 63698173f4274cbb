package dev.streamgauge.standalone.pipeline;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the processors have committed all events that are in their topics, and then all parts of roll-ups that came of them.
 * Their results are visible then.
 */
public final class Drain {

    private static final long LOOK_EVERY_MS = 50;

    private final Admin admin;
    private final String group;
    private final List<TopicPartition> partitions;
    private final List<TopicPartition> parts;

    /**
     * Of one installation.
     *
     * @param admin stays the caller's to close
     * @param prefix of the topics' names
     * @param group the processors' application id
     * @param partitionsPerTopic of events, and of parts of roll-ups
     */
    public Drain(Admin admin, String prefix, String group, int partitionsPerTopic) {
        this.admin = admin;
        this.group = group;
        this.partitions = Topics.events().stream()
                .flatMap(topic -> partitions(topic.name(prefix), partitionsPerTopic))
                .toList();
        this.parts = partitions(Topics.ROLL_UP_PARTS.name(prefix), partitionsPerTopic)
                .toList();
    }

    private static Stream<TopicPartition> partitions(String topic, int count) {
        return IntStream.range(0, count).mapToObj(partition -> new TopicPartition(topic, partition));
    }

    /** How many events are in the topics. */
    long events() {
        return ends(partitions).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many events are processed and committed. */
    long committed() {
        return sum(positions(), partitions);
    }

    /**
     * Waits.
     *
     * @param check called now and then; throws if there is nothing to wait for any longer
     */
    public void await(Progress progress, Runnable check) {
        await(partitions, progress, check);
        await(parts, progress, check);
    }

    private void await(List<TopicPartition> awaited, Progress progress, Runnable check) {
        Map<TopicPartition, Long> ends = ends(awaited);
        while (true) {
            Map<TopicPartition, Long> committed = positions();
            progress.at(sum(committed, partitions));
            if (ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
                return;
            }
            check.run();
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StandaloneException("Interrupted", e);
        }
    }

    private static long sum(Map<TopicPartition, Long> positions, List<TopicPartition> partitions) {
        return partitions.stream()
                .mapToLong(partition -> positions.getOrDefault(partition, 0L))
                .sum();
    }

    /** What nobody has committed yet is not there yet. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> asked) {
        Map<TopicPartition, OffsetSpec> latest =
                asked.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return ask(() -> admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private Map<TopicPartition, Long> positions() {
        Map<TopicPartition, OffsetAndMetadata> committed =
                ask(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> positions = new HashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                positions.put(partition, offset.offset());
            }
        });
        return positions;
    }

    private static <T> T ask(Supplier<KafkaFuture<T>> question) {
        try {
            return question.get().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StandaloneException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StandaloneException("The broker does not answer: " + e.getMessage(), e);
        }
    }
}
