package dev.streamgauge.processors.topology;

/** Knows what of a partition has not been read yet. */
@FunctionalInterface
public interface Reading {

    /** For replays and tests: whatever there is has been read. */
    Reading ALL_READ = (topic, partition, processed) -> false;

    /**
     * Whether something in a partition has not been processed, or may not have been.
     *
     * @param topic its name in the cluster
     * @param processed the offset of the last record that was processed; below 0: none yet
     */
    boolean unread(String topic, int partition, long processed);
}
