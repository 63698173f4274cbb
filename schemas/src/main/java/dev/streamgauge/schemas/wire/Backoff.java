package dev.streamgauge.schemas.wire;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.errors.InterruptException;

/** Pauses that double, up to a bound, with jitter so that many clients do not come back at once; until the time is used up. */
final class Backoff {

    private static final long FIRST_MS = 100;
    private static final long LONGEST_MS = 5_000;

    private final long deadline;
    private long next = FIRST_MS;

    Backoff(Duration budget) {
        deadline = System.nanoTime() + budget.toNanos();
    }

    /** Waits; false at once if the time is used up. */
    boolean pause() {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
            return false;
        }
        sleep(Math.min(left, ThreadLocalRandom.current().nextLong(next / 2, next + 1)));
        next = Math.min(LONGEST_MS, next * 2);
        return true;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new InterruptException(e); // Restores the thread's flag.
        }
    }
}
