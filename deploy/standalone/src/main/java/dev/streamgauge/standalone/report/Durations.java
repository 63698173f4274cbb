package dev.streamgauge.standalone.report;

import java.time.Duration;
import java.util.Locale;

/** Durations for people. */
public final class Durations {

    private Durations() {}

    /** Two units at most: 41s, 12m, 3h 05m, 2d 04h, 312d. */
    public static String words(long millis) {
        Duration duration = Duration.ofMillis(millis);
        if (duration.toMinutes() == 0) {
            return millis < 1_000 && millis > 0 ? "<1s" : duration.toSeconds() + "s";
        }
        if (duration.toHours() == 0) {
            return duration.toMinutes() + "m";
        }
        if (duration.toDays() == 0) {
            return String.format(Locale.ROOT, "%dh %02dm", duration.toHours(), duration.toMinutesPart());
        }
        return duration.toDays() < 100
                ? String.format(Locale.ROOT, "%dd %02dh", duration.toDays(), duration.toHoursPart())
                : duration.toDays() + "d";
    }
}
