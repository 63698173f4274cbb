package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.queues.Expiry;
import dev.streamgauge.processors.queues.Told;
import java.time.Duration;

/**
 * How closely is watched (docs/alerting.md).
 *
 * @param interval how often queues are looked at
 * @param refresh how often a queue that is not empty is published though nothing but its ages has changed
 * @param history an event that was received so long after its latest time is history
 * @param settle for so long after history nothing of its repository is evaluated
 * @param expiry when items are given up
 * @param memory after which a source that nobody hears of any more is given up
 */
public record WatchSettings(
        Duration interval, Duration refresh, Duration history, Duration settle, Expiry expiry, Memory memory) {

    public static final WatchSettings DEFAULT = new WatchSettings(
            Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofMinutes(10), Expiry.DEFAULT);

    public WatchSettings {
        requirePositive("watch.interval", interval);
        requirePositive("watch.refresh", refresh);
        requirePositive("watch.history", history);
        requirePositive("watch.settle", settle);
    }

    /** Without an end of memory. */
    public WatchSettings(Duration interval, Duration refresh, Duration history, Duration settle, Expiry expiry) {
        this(interval, refresh, history, settle, expiry, Memory.FOR_EVER);
    }

    /**
     * Whether an event is history.
     *
     * @param received when, epoch milliseconds
     */
    public boolean isHistory(Told told, long received) {
        return told.last() != null && received - told.last() > history.toMillis();
    }

    private static void requirePositive(String name, Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("Setting '%s' is '%s', but must be positive".formatted(name, length));
        }
    }
}
