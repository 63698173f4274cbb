package dev.streamgauge.processors.app;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Which parts of the state are still being read again. */
final class Restorations implements StateRestoreListener {

    private final Set<TopicPartition> going = ConcurrentHashMap.newKeySet();

    /** What is being read; empty: all of the state is there. */
    Collection<TopicPartition> going() {
        return Set.copyOf(going);
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long startingOffset, long endingOffset) {
        going.add(partition);
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEndOffset, long numRestored) {}

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long totalRestored) {
        going.remove(partition);
    }

    /** Its task has moved to another instance, or its thread has ended. */
    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long totalRestored) {
        going.remove(partition);
    }
}
