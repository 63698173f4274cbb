package dev.streamgauge.processors.queues;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * After how long without news an item of a queue is given up. What has been given up for as long again is forgotten.
 *
 * @param after by queue; those that are absent have their default
 */
public record Expiry(Map<QueueName, Duration> after) {

    public static final Expiry DEFAULT = new Expiry(Map.of());

    public Expiry {
        Map<QueueName, Duration> all = new EnumMap<>(QueueName.class);
        for (QueueName queue : QueueName.values()) {
            Duration length = after.getOrDefault(queue, queue.expiresAfter());
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException(
                        "Setting 'queues.expire.%s' is '%s', but must be positive".formatted(queue.label(), length));
            }
            all.put(queue, length);
        }
        after = Map.copyOf(all);
    }

    /** When an item that was last told of at a moment no longer counts as waiting; both epoch milliseconds. */
    public long expiresAt(QueueName queue, long toldAt) {
        return toldAt + after.get(queue).toMillis();
    }

    /** When it is forgotten; epoch milliseconds. */
    public long forgottenAt(QueueName queue, long toldAt) {
        return toldAt + 2 * after.get(queue).toMillis();
    }
}
