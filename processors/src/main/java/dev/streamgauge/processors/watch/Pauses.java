package dev.streamgauge.processors.watch;

import java.time.Duration;

/** When nobody evaluated, and whether that was for so long that what was pending must begin anew. */
final class Pauses {

    /** As long as the watchdog may be silent: who restarts within it is not missed. */
    private static final long LONGEST_MS = Duration.ofMinutes(5).toMillis();

    private Long last;

    /** Notes that somebody evaluated at this time before; epoch milliseconds. */
    void watchedAt(long time) {
        last = time;
    }

    /** Notes an evaluation, and answers whether it ends a pause that was too long; epoch milliseconds. */
    boolean endedAt(long now) {
        boolean tooLong = last != null && last < now - LONGEST_MS;
        last = now;
        return tooLong;
    }
}
