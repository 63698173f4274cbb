package dev.streamgauge.processors.app;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** When each thread last asked Kafka for events: by this it is seen that one is stuck, or that all have ended. */
final class Pulse {

    private static final long ENDED_NANOS = Duration.ofMinutes(1).toNanos();

    /** A process that was stopped for long, and goes on, has not asked for long either: it is given time to. */
    private static final long GRACE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Duration limit;
    private final LongSupplier nanos;
    private final Map<Object, Long> beats = new ConcurrentHashMap<>();
    private volatile long lastEnd;
    private Long suspectedAt;

    /**
     * @param limit for how long a thread may not ask
     * @param nanos a clock that nobody sets
     */
    Pulse(Duration limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
        this.lastEnd = nanos.getAsLong();
    }

    /** A consumer is there, or asks. */
    void beat(Object consumer) {
        beats.put(consumer, nanos.getAsLong());
    }

    /** A consumer asks no more. */
    void end(Object consumer) {
        beats.remove(consumer);
        lastEnd = nanos.getAsLong();
    }

    /** Of all threads, for how long the one has not asked that has not for the longest time. */
    Duration idle() {
        return beats.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(0, nanos.getAsLong() - Collections.min(beats.values())));
    }

    /** Why it will not go on; empty: it may. To be asked again and again. */
    synchronized Optional<String> dead() {
        long now = nanos.getAsLong();
        String trouble = trouble(now);
        if (trouble == null) {
            suspectedAt = null;
            return Optional.empty();
        }
        if (suspectedAt == null) {
            suspectedAt = now;
        }
        return now - suspectedAt >= GRACE_NANOS ? Optional.of(trouble) : Optional.empty();
    }

    private String trouble(long now) {
        if (beats.isEmpty()) {
            return now - lastEnd > ENDED_NANOS ? "All threads of the processors have ended: see the log" : null;
        }
        Duration idle = idle();
        return idle.compareTo(limit) > 0
                ? "A thread of the processors is stuck: it has not asked Kafka for events for %d seconds"
                        .formatted(idle.toSeconds())
                : null;
    }
}
