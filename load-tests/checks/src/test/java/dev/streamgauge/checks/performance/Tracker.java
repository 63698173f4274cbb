package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Sees how far a group has come. */
final class Tracker {

    private static final long LOOK_EVERY_MS = 25;
    private static final long PATIENCE_NS = TimeUnit.MINUTES.toNanos(10);

    private final Admin admin;
    private final Map<TopicPartition, Long> events;

    /** @param events the partitions that are read, with their ends */
    Tracker(Admin admin, Map<TopicPartition, Long> events) {
        this.admin = admin;
        this.events = events;
    }

    /** How many events there are. */
    long total() {
        return events.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of them a group has committed. */
    long done(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> places = places(group);
        return events.keySet().stream()
                .mapToLong(partition -> places.getOrDefault(partition, 0L))
                .sum();
    }

    /**
     * Looks at a contender until it has committed all that there is for it, also of what it tells itself.
     *
     * @throws IllegalStateException if it ends, or does nothing for long
     */
    List<Sample> follow(Running running, long brokerPid) throws ExecutionException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        Sample moved = look(running, brokerPid);
        do {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            running.requireAlive();
            Sample now = look(running, brokerPid);
            samples.add(now);
            moved = now.done() == moved.done() ? moved : now;
            requireProgress(running, now.nanos() - moved.nanos());
        } while (done(running.group()) < total() || !isDrained(running.group()));
        samples.add(look(running, brokerPid));
        return running.output() == null ? samples : Sample.sharesOf(total(), samples);
    }

    private static void requireProgress(Running running, long nanos) {
        if (nanos > PATIENCE_NS) {
            throw new IllegalStateException(
                    running.group() + " makes no progress: " + running.says().get());
        }
    }

    private Sample look(Running running, long brokerPid) throws ExecutionException, InterruptedException {
        long done = running.output() == null ? done(running.group()) : written(running.output());
        return Sample.of(done, running.process().pid(), brokerPid);
    }

    /** How many records a topic has for those who read what is committed. */
    private long written(String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> partitions = new HashMap<>();
        for (int partition = 0; partition < Topics.DEFAULT_PARTITIONS; partition++) {
            partitions.put(new TopicPartition(topic, partition), 0L);
        }
        return ends(admin, partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private boolean isDrained(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> places = places(group);
        Map<TopicPartition, Long> ends = ends(admin, places);
        return places.entrySet().stream().allMatch(place -> place.getValue() >= ends.get(place.getKey()));
    }

    private Map<TopicPartition, Long> places(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> places = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, place) -> {
                    if (place != null) {
                        places.put(partition, place.offset());
                    }
                });
        return places;
    }

    /** Where partitions end for those who read what is committed. */
    static Map<TopicPartition, Long> ends(Admin admin, Map<TopicPartition, ?> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
