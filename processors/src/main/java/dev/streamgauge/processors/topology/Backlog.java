package dev.streamgauge.processors.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a task is behind: there is something that it has not processed, and it is not about to. */
final class Backlog {

    private static final long LATE_MS = Duration.ofMinutes(2).toMillis();

    private final Reading reading;
    private final List<String> topics;
    private final int partition;
    private final Map<String, Long> processed = new HashMap<>();
    private Long lastArrival;

    /** @param topics what the task reads, by their names in the cluster */
    Backlog(Reading reading, List<String> topics, int partition) {
        this.reading = reading;
        this.topics = topics;
        this.partition = partition;
    }

    void processed(Processed record) {
        processed.put(record.topic(), record.offset());
        lastArrival = record.arrival();
    }

    boolean isBehind(long now) {
        boolean late = lastArrival == null || now - lastArrival > LATE_MS;
        return late && topics.stream().anyMatch(topic -> reading.unread(topic, partition, offset(topic)));
    }

    private long offset(String topic) {
        return processed.getOrDefault(topic, -1L);
    }
}
