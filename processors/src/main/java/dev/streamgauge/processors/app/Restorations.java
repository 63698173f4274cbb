package dev.streamgauge.processors.app;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Which parts of the state are still being read again. */
final class Restorations implements StateRestoreListener {

    /** Up to where, and how many records that still is. */
    private final Map<TopicPartition, Remainder> going = new ConcurrentHashMap<>();

    private record Remainder(long end, long records) {}

    /** What is being read; empty: all of the state is there. */
    Collection<TopicPartition> going() {
        return Set.copyOf(going.keySet());
    }

    /** How many records have to be read for that. */
    long remaining() {
        return going.values().stream().mapToLong(Remainder::records).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long startingOffset, long endingOffset) {
        going.put(partition, new Remainder(endingOffset, Math.max(0, endingOffset - startingOffset)));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEndOffset, long numRestored) {
        going.computeIfPresent(
                partition, (name, before) -> new Remainder(before.end(), Math.max(0, before.end() - batchEndOffset)));
    }

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
