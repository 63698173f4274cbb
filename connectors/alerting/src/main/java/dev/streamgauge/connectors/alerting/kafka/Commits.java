package dev.streamgauge.connectors.alerting.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a consumer's place, for as long as it has the partitions. */
record Commits(Consumer<byte[], byte[]> consumer) {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    void commit(Map<TopicPartition, Long> places) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        places.forEach((partition, place) -> offsets.put(partition, new OffsetAndMetadata(place)));
        try {
            commitSync(offsets);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.debug("The partitions are being dealt again, who gets them tells a little again");
        }
    }

    // Somebody wants the thread to end: what has been accepted is committed first, so that nobody is told twice.
    private void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets);
        } catch (WakeupException e) {
            consumer.commitSync(offsets);
            throw e;
        }
    }
}
