package dev.streamgauge.connectors.gateway.topics;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Rests between attempts: longer each time, up to a bound, and never beyond a stop. The rests are for one thread, the stop is for any. */
final class Pause {

    private static final long SHORTEST_MS = 100;
    private static final long LONGEST_MS = 5_000;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private long nextMs = SHORTEST_MS;

    void stop() {
        stopped.countDown();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Something succeeded: the next rest is a short one. */
    void reset() {
        nextMs = SHORTEST_MS;
    }

    /** Rests, unless it is stopped. */
    void rest() {
        try {
            var unused = stopped.await(nextMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
        nextMs = Math.min(2 * nextMs, LONGEST_MS);
    }

    /** How long the next rest is. */
    Duration next() {
        return Duration.ofMillis(nextMs);
    }
}
