package dev.streamgauge.processors.aggregates;

import java.time.Duration;
import java.util.Locale;

/** A tumbling UTC window. */
public enum Window {
    HOUR(Duration.ofHours(1), 0),
    DAY(Duration.ofDays(1), 0),
    /** From Monday. The epoch was a Thursday, three days after one. */
    WEEK(Duration.ofDays(7), Duration.ofDays(3).toMillis());

    private final long lengthMs;
    private final long offsetMs;

    Window(Duration length, long offsetMs) {
        this.lengthMs = length.toMillis();
        this.offsetMs = offsetMs;
    }

    /** The first instant of the window that holds an instant; both in epoch milliseconds. */
    public long startOf(long instant) {
        return Math.floorDiv(instant + offsetMs, lengthMs) * lengthMs - offsetMs;
    }

    /** Its name in public records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
