package dev.streamgauge.checks.performance;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** How many records there have ever been in topics, with the markers of transactions: what somebody has written who is alone. */
final class Written {

    private Written() {}

    /** In all topics of the benchmark that are not events. */
    static long byContenders(Admin admin) throws ExecutionException, InterruptedException {
        return in(admin, name -> name.startsWith(Field.PREFIX) && !name.startsWith(Field.PREFIX + "events."));
    }

    /**
     * Holds what was copied against what there was.
     *
     * @return how many records there should be
     * @throws IllegalStateException if there are fewer
     */
    static long require(Admin admin, String topic, long records) throws ExecutionException, InterruptedException {
        long found = in(admin, topic::equals);
        if (found < records) {
            throw new IllegalStateException("%s has %d records instead of %d".formatted(topic, found, records));
        }
        return records;
    }

    private static long in(Admin admin, Predicate<String> topics) throws ExecutionException, InterruptedException {
        var names = admin.listTopics().names().get().stream().filter(topics).toList();
        Map<TopicPartition, Integer> partitions = admin.describeTopics(names).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), TopicPartition::partition));
        return Tracker.ends(admin, partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
