package dev.streamgauge.processors.table;

import java.time.Instant;

/** Times of events as the models keep them: epoch milliseconds. */
public final class Millis {

    private Millis() {}

    /** Null stays null. */
    public static Long of(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
