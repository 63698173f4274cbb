package dev.streamgauge.processors.testkit;

import java.time.Duration;
import java.time.Instant;

/** Moments of the stories, which happen on Monday, 2 March 2026, unless they say otherwise. */
public final class Moments {

    private static final String DAY = "2026-03-02T";

    private Moments() {}

    /** Of "09:30", "09:30:00.001" or a full ISO-8601 time. */
    public static Instant at(String time) {
        if (time.contains("T")) {
            return Instant.parse(time);
        }
        return Instant.parse(DAY + (time.length() == 5 ? time + ":00Z" : time + "Z"));
    }

    public static long millis(String time) {
        return at(time).toEpochMilli();
    }

    /** As short as it was told; "-" for null. */
    public static String told(Long moment) {
        return moment == null
                ? "-"
                : Instant.ofEpochMilli(moment).toString().replace(DAY, "").replaceFirst("(:00)?Z$", "");
    }

    /** In minutes, where they are whole ones. */
    static String told(Long durationMs, String otherwise) {
        if (durationMs == null) {
            return otherwise;
        }
        long minute = Duration.ofMinutes(1).toMillis();
        return durationMs % minute == 0 ? durationMs / minute + "m" : durationMs + "ms";
    }
}
