package dev.streamgauge.processors.app;

import dev.streamgauge.processors.topology.Reading;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** What consumers noted after each poll of the partitions that they read. */
final class ReadNotes implements Reading {

    private final Map<TopicPartition, Note> notes = new ConcurrentHashMap<>();

    /**
     * One partition.
     *
     * @param lag how many records the consumer has not got yet; empty: it does not know
     * @param last the offset of the last record that it got; below 0: none
     */
    record Note(OptionalLong lag, long last) {}

    void note(TopicPartition partition, Note note) {
        notes.put(partition, note);
    }

    /** The last offset that a partition's consumer got; below 0: none. */
    long last(TopicPartition partition) {
        Note note = notes.get(partition);
        return note == null ? -1 : note.last();
    }

    /** Forgets partitions that a consumer reads no more. */
    void forget(Collection<TopicPartition> partitions) {
        notes.keySet().removeAll(partitions);
    }

    /** How many records of each topic have not been got yet, as far as that is known. */
    Map<String, Long> lags() {
        Map<String, Long> lags = new TreeMap<>();
        notes.forEach((partition, note) -> note.lag().ifPresent(lag -> lags.merge(partition.topic(), lag, Long::sum)));
        return lags;
    }

    @Override
    public boolean unread(String topic, int partition, long processed) {
        Note note = notes.get(new TopicPartition(topic, partition));
        if (note == null || note.lag().isEmpty()) {
            return true;
        }
        boolean waits = processed >= 0 && note.last() > processed;
        return note.lag().getAsLong() > 0 || waits;
    }
}
