package dev.streamgauge.processors.aggregates;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A window of time: tumbling in UTC, but for the one pinned baseline. */
public enum Window {
    HOUR(Duration.ofHours(1), 0),
    DAY(Duration.ofDays(1), 0),
    /** From Monday. The epoch was a Thursday, three days after one. */
    WEEK(Duration.ofDays(7), Duration.ofDays(3).toMillis()),
    /** The configured period that others are compared with. */
    BASELINE(Duration.ZERO, 0);

    private static final List<Window> TUMBLING = List.of(HOUR, DAY, WEEK);

    private final String label = name().toLowerCase(Locale.ROOT);
    private final long lengthMs;
    private final long offsetMs;

    Window(Duration length, long offsetMs) {
        this.lengthMs = length.toMillis();
        this.offsetMs = offsetMs;
    }

    /** Hours, days and weeks. */
    public static List<Window> tumbling() {
        return TUMBLING;
    }

    /** The first instant of the tumbling window that holds an instant; both in epoch milliseconds. */
    public long startOf(long instant) {
        return Math.floorDiv(instant + offsetMs, lengthMs) * lengthMs - offsetMs;
    }

    /** The length of a tumbling window, milliseconds. */
    public long lengthMs() {
        return lengthMs;
    }

    /** Its name in public records. */
    public String label() {
        return label;
    }
}
