package dev.streamgauge.processors.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * Where an open transaction keeps readers from what was written after it began.
 *
 * @param partitions only those
 */
record HeldEvents(Map<TopicPartition, Held> partitions) {

    static final HeldEvents NONE = new HeldEvents(Map.of());

    /** A transaction of ours is over long before. */
    private static final Duration TOO_LONG = Duration.ofMinutes(2);

    /**
     * A partition.
     *
     * @param stable up to where it can be read
     * @param records that cannot
     * @param since when that offset was first seen
     */
    record Held(long stable, long records, Instant since) {}

    HeldEvents {
        partitions = Map.copyOf(partitions);
    }

    /** What follows from the ends of partitions: all that is there, and up to where it can be read. */
    HeldEvents next(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> stable, Instant now) {
        Map<TopicPartition, Held> held = new HashMap<>();
        stable.forEach((partition, readable) -> {
            long records = ends.getOrDefault(partition, readable) - readable;
            if (records > 0) {
                Held before = partitions.get(partition);
                boolean same = before != null && before.stable() == readable;
                held.put(partition, new Held(readable, records, same ? before.since() : now));
            }
        });
        return new HeldEvents(held);
    }

    /** How many records of each topic are held back. */
    Map<String, Long> records() {
        return byTopic(Held::records, Long::sum);
    }

    /** For how long the first of each topic has been, in seconds. */
    Map<String, Long> seconds(Instant now) {
        return byTopic(held -> Math.max(0, Duration.between(held.since(), now).toSeconds()), Math::max);
    }

    private Map<String, Long> byTopic(Function<Held, Long> what, BinaryOperator<Long> both) {
        Map<String, Long> found = new TreeMap<>();
        partitions.forEach((partition, held) -> found.merge(partition.topic(), what.apply(held), both));
        return found;
    }

    /** What to say of those that have been held back for too long, a line each. */
    List<String> notes(Instant now) {
        return partitions.entrySet().stream()
                .filter(entry -> entry.getValue().since().plus(TOO_LONG).isBefore(now))
                .map(entry -> note(entry.getKey(), entry.getValue(), now))
                .sorted()
                .toList();
    }

    private static String note(TopicPartition partition, Held held, Instant now) {
        return "%s: %d records behind offset %d cannot be read, an open transaction has held them back for %d minutes"
                .formatted(
                        partition,
                        held.records(),
                        held.stable(),
                        Duration.between(held.since(), now).toMinutes());
    }
}
