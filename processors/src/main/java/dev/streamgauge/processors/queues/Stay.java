package dev.streamgauge.processors.queues;

import java.time.Duration;

/**
 * The time of an item in a queue, its last there.
 *
 * @param label what it waits for, apart; * if the queue knows no such thing
 * @param since epoch milliseconds
 * @param left epoch milliseconds; null: it waits
 */
public record Stay(QueueName queue, String label, long since, Long left) {

    /** For how long those that left are counted. */
    public static final long COUNTED_MS = Duration.ofHours(1).toMillis();

    /** Of all rows that are read, one text stands for the label that most of them have. */
    public Stay {
        label = QueueName.ALL.equals(label) ? QueueName.ALL : label;
    }

    /** A stay that has not ended. */
    static Stay waiting(QueueName queue, String label, long since) {
        return new Stay(queue, label, since, null);
    }

    /** A stay that has ended; null if it did not take place: its beginning or its end is not known, or it ended before it began. */
    static Stay ended(QueueName queue, String label, Long since, Long left) {
        return since == null || left == null || left < since ? null : new Stay(queue, label, since, left);
    }

    /** Whether it is of no more interest at an instant (epoch milliseconds) of the wall clock. */
    public boolean isOver(long toldAt, Expiry expiry, long now) {
        return expiry.forgottenAt(queue, toldAt) <= now || (left != null && left <= now - COUNTED_MS);
    }
}
