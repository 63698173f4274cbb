package dev.streamgauge.processors.table;

import java.time.Instant;

/** Times of events as the models keep them: epoch milliseconds. */
public final class Millis {

    private Millis() {}

    private static final long DAY = 86_400_000;

    /**
     * The end of the UTC day of an event. Who keeps only this of when something was last told need not write it down again for each event.
     */
    public static long endOfDay(Instant occurredAt) {
        return (Math.floorDiv(occurredAt.toEpochMilli(), DAY) + 1) * DAY;
    }

    /** Null stays null. */
    public static Long of(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
