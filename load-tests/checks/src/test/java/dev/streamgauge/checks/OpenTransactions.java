package dev.streamgauge.checks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Partitions that can be read only up to a transaction that has not ended. */
public final class OpenTransactions {

    private final Admin admin;
    private final Predicate<String> topics;

    /**
     * Of some topics.
     *
     * @param admin stays the caller's to close
     */
    public OpenTransactions(Admin admin, Predicate<String> topics) {
        this.admin = admin;
        this.topics = topics;
    }

    /** A line for each such partition, sorted. */
    public List<String> now() throws ExecutionException, InterruptedException, TimeoutException {
        List<TopicPartition> partitions = partitions();
        Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> stable = ends(partitions, IsolationLevel.READ_COMMITTED);
        return partitions.stream()
                .filter(partition -> stable.get(partition) < ends.get(partition))
                .map(partition -> "%s: up to %d of %d".formatted(partition, stable.get(partition), ends.get(partition)))
                .sorted()
                .toList();
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException, TimeoutException {
        List<String> names =
                answer(admin.listTopics().names()).stream().filter(topics).toList();
        Collection<TopicDescription> found =
                answer(admin.describeTopics(names).allTopicNames()).values();
        return found.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel isolation)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return answer(admin.listOffsets(latest, new ListOffsetsOptions(isolation))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    static <T> T answer(KafkaFuture<T> question) throws ExecutionException, InterruptedException, TimeoutException {
        return question.get(30, TimeUnit.SECONDS);
    }
}
