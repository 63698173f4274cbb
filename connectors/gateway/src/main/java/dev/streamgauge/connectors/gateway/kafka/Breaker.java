package dev.streamgauge.connectors.gateway.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/** After some failures in a row it lets only one attempt through at a time, until one succeeds: so that nobody waits for a broker that is away. */
final class Breaker {

    private final int enough;
    private final long pauseNanos;
    private final LongSupplier nanos;
    private int failures;
    private long nextTrial;

    /** @param pause between the end of an attempt that failed and the next one */
    Breaker(int enough, Duration pause, LongSupplier nanos) {
        this.enough = enough;
        this.pauseNanos = pause.toNanos();
        this.nanos = nanos;
    }

    synchronized boolean isOpen() {
        return failures >= enough;
    }

    /** Whether to try. While it is open, the one who is let through must report how it went. */
    synchronized boolean pass(Duration longestTrial) {
        if (failures < enough) {
            return true;
        }
        long now = nanos.getAsLong();
        if (now - nextTrial < 0) {
            return false;
        }
        nextTrial = now + longestTrial.toNanos(); // Should it never report, there is another trial all the same.
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures = Math.min(failures + 1, enough);
        nextTrial = nanos.getAsLong() + pauseNanos;
    }
}
