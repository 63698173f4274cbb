package dev.streamgauge.checks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What to know of processors that do not get on: how far they have come, and where an open transaction keeps readers waiting. */
final class Standstill {

    private final Admin admin;

    private Standstill(Admin admin) {
        this.admin = admin;
    }

    /** In words, for the failure of a test; never fails itself. */
    static String describe(String bootstrapServers, String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return new Standstill(admin).of(group);
        } catch (ExecutionException | TimeoutException e) {
            return "No progress, and the broker does not answer: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "No progress, and interrupted while asking why";
        }
    }

    private String of(String group) throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, ?> committed =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        List<TopicPartition> partitions = partitions();
        Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> stable = ends(partitions, IsolationLevel.READ_COMMITTED);
        String open = partitions.stream()
                .filter(partition -> stable.get(partition) < ends.get(partition))
                .map(partition ->
                        "  %s: up to %d of %d".formatted(partition, stable.get(partition), ends.get(partition)))
                .sorted()
                .collect(Collectors.joining("\n"));
        return "No progress. %s has committed %s%nPartitions that can be read only up to an open transaction:%n%s"
                .formatted(group, committed, open.isEmpty() ? "  none" : open);
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException, TimeoutException {
        Collection<String> names = answer(admin.listTopics().names());
        Collection<TopicDescription> topics =
                answer(admin.describeTopics(names).allTopicNames()).values();
        return topics.stream()
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

    private static <T> T answer(KafkaFuture<T> question)
            throws ExecutionException, InterruptedException, TimeoutException {
        return question.get(30, TimeUnit.SECONDS);
    }
}
