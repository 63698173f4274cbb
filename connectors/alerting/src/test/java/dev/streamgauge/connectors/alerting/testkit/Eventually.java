package dev.streamgauge.connectors.alerting.testkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, not longer than a bound. */
public final class Eventually {

    private static final long LOOK_MS = 20;

    private Eventually() {}

    public static void eventually(Duration atMost, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within %s: %s".formatted(atMost, what));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MS));
        }
    }
}
