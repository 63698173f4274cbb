package dev.streamgauge.checks.performance;

import java.util.concurrent.TimeUnit;

/**
 * How many events are sent in a second. Some of them are probes: one in twenty, and no more than fifty a second.
 *
 * @param perSecond all of them, the probes among them
 */
record Rate(int perSecond) {

    private static final int MOST_PROBES = 50;
    private static final int SPARSEST = 20;

    /** From one event to the next. */
    long everyNs() {
        return TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** One in so many is a probe, beginning with the first. */
    int probeEvery() {
        return Math.max(SPARSEST, (int) Math.ceil((double) perSecond / MOST_PROBES));
    }

    /** From one probe to the next. */
    long probeEveryNs() {
        return probeEvery() * everyNs();
    }

    /** Whether somebody has more to do than ten seconds bring. */
    boolean isTooMuch(long behind) {
        return behind > 10L * perSecond;
    }
}
