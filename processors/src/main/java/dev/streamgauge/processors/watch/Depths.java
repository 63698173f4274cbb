package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertItem;
import java.time.Duration;
import java.util.List;

/**
 * A queue at an instant, but for the ages, which grow by themselves.
 *
 * @param depth how many wait
 * @param oldest the oldest of them first, at most ten
 * @param p50Since since when the one waits that is the median of their ages, epoch milliseconds; null: none waits
 * @param p90Since 90 of 100 do not wait longer than since then
 * @param arrivals of the hour before
 * @param departures of the hour before
 * @param expired how many were given up
 */
record Depths(
        long depth,
        List<AlertItem> oldest,
        Long p50Since,
        Long p90Since,
        long arrivals,
        long departures,
        long expired) {

    static final Depths NOTHING = new Depths(0, List.of(), null, null, 0, 0, 0);
    static final int ITEMS = 10;
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    boolean empty() {
        return depth == 0 && arrivals == 0 && departures == 0 && expired == 0;
    }

    /** The age of the oldest; 0: none waits, or its clock is wrong. */
    long oldestAgeMs(long now) {
        return depth == 0 ? 0 : age(oldest.get(0).since(), now);
    }

    /** How long what comes now will wait, if it goes on like this; null: nobody knows, because none leaves. */
    Long expectedWaitMs() {
        return departures == 0 ? null : (Long) ((2 * depth * HOUR_MS + departures) / (2 * departures));
    }

    static long age(long since, long now) {
        return Math.max(0, now - since);
    }

    /** The place, from the oldest, of the one that so many percent are not older than (nearest rank). */
    static long fromOldest(long depth, int percent) {
        return depth - (depth * percent + 99) / 100;
    }
}
