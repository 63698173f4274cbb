package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.connectors.alerting.notices.DeployNews;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** The partitions of deploys that a receiver's consumer has: each is read from its beginning, up to a place only to know what has been told. */
final class DeployPlaces implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;
    private final Supplier<DeployNews> nothing;
    private final InstantSource clock;
    private final Map<TopicPartition, Place> all = new HashMap<>();
    private boolean assigned;

    /** Where telling begins, and what is known from before. */
    record Place(long begin, DeployNews news) {}

    /** @param nothing what is known of a partition in the beginning */
    DeployPlaces(Consumer<byte[], byte[]> consumer, Supplier<DeployNews> nothing, InstantSource clock) {
        this.consumer = consumer;
        this.nothing = nothing;
        this.clock = clock;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
        Map<TopicPartition, Long> begins = fresh(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata place = committed.get(partition);
            if (place != null) {
                begins.put(partition, place.offset());
            }
            all.put(partition, new Place(begins.get(partition), nothing.get()));
        }
        // A receiver is new once, even if it is told of nothing for long.
        new Commits(consumer).commit(begins);
        consumer.seekToBeginning(partitions);
        assigned = true;
    }

    /** Where a receiver begins that is new: what came within the last hour is no history yet. */
    private Map<TopicPartition, Long> fresh(Collection<TopicPartition> partitions) {
        long since = clock.instant().minus(DeployNews.HISTORY).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> since)));
        Map<TopicPartition, Long> fresh = new HashMap<>(consumer.endOffsets(partitions));
        found.forEach((partition, place) -> {
            if (place != null) {
                fresh.put(partition, place.offset());
            }
        });
        return fresh;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(all::remove);
    }

    Place get(TopicPartition partition) {
        return all.get(partition);
    }

    /** Whether all before the beginnings is known. */
    boolean areKnown() {
        return assigned
                && all.entrySet().stream()
                        .allMatch(entry -> consumer.position(entry.getKey())
                                >= entry.getValue().begin());
    }
}
