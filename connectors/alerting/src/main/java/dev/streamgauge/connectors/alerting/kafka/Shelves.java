package dev.streamgauge.connectors.alerting.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The partitions that a receiver's consumer has, each read from its beginning. */
final class Shelves implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;
    private final boolean forgetful;
    private final Map<TopicPartition, Shelf> all = new HashMap<>();
    private boolean assigned;

    /** @param forgetful whether the receiver has to be told what fires, even if it had been told */
    Shelves(Consumer<byte[], byte[]> consumer, boolean forgetful) {
        this.consumer = consumer;
        this.forgetful = forgetful;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata place = committed.get(partition);
            boolean everythingIsNew = forgetful || place == null;
            long begin = everythingIsNew ? ends.get(partition) : place.offset();
            all.put(partition, new Shelf(begin, everythingIsNew));
        }
        consumer.seekToBeginning(partitions);
        assigned = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(all::remove);
    }

    Shelf get(TopicPartition partition) {
        return all.get(partition);
    }

    Collection<Shelf> values() {
        return all.values();
    }

    /** Those of which all before their beginning is known, but has not been told yet. */
    Map<TopicPartition, Shelf> toOpen() {
        return all.entrySet().stream()
                .filter(entry -> !entry.getValue().isOpen()
                        && consumer.position(entry.getKey()) >= entry.getValue().begin())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether all that is known before telling begins is known. */
    boolean areOpen() {
        return assigned && all.values().stream().allMatch(Shelf::isOpen);
    }
}
