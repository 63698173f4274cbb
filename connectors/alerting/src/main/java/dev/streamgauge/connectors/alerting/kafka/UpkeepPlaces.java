package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.connectors.alerting.notices.SelfAlerts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What is known of the partitions that the upkeep has. Each is read from its beginning; nothing is committed. */
final class UpkeepPlaces implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;
    private final Runnable onAssigned;
    private final Map<TopicPartition, Place> all = new HashMap<>();

    // Before the end as it was when the partition came, what is read may be out of date.
    private record Place(long end, SelfAlerts known) {}

    UpkeepPlaces(Consumer<byte[], byte[]> consumer, Runnable onAssigned) {
        this.consumer = consumer;
        this.onAssigned = onAssigned;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        consumer.endOffsets(partitions)
                .forEach((partition, end) -> all.put(partition, new Place(end, new SelfAlerts())));
        consumer.seekToBeginning(partitions);
        onAssigned.run();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(all::remove);
    }

    SelfAlerts of(ConsumerRecord<byte[], byte[]> record) {
        return all.get(new TopicPartition(record.topic(), record.partition())).known();
    }

    List<SelfAlerts> known() {
        return all.values().stream().map(Place::known).toList();
    }

    /** Whether all is known that the partitions held when they came. */
    boolean areKnown() {
        return all.entrySet().stream()
                .allMatch(entry ->
                        consumer.position(entry.getKey()) >= entry.getValue().end());
    }
}
