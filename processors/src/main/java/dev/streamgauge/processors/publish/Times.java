package dev.streamgauge.processors.publish;

import java.time.Instant;

/** Instants of public records. */
final class Times {

    private Times() {}

    /** Null stays null. */
    static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
