package dev.streamgauge.processors.watch;

import java.time.Duration;

/** When nobody evaluated, and whether that was for so long that what was pending must begin anew. */
final class Pauses {

    /** As long as the watchdog may be silent: who restarts within it is not missed. */
    private static final long LONGEST_MS = Duration.ofMinutes(5).toMillis();

    private final long longestMs;
    private Long last;

    /** @param interval how often is looked: to look seldom is no pause */
    Pauses(Duration interval) {
        this.longestMs = Math.max(LONGEST_MS, 2 * interval.toMillis());
    }

    /** Notes that somebody evaluated at this time before; epoch milliseconds. */
    void watchedAt(long time) {
        last = time;
    }

    /** Notes an evaluation, and answers whether it ends a pause that was too long; epoch milliseconds. */
    boolean endedAt(long now) {
        boolean tooLong = last != null && last < now - longestMs;
        last = now;
        return tooLong;
    }
}
