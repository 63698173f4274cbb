package dev.streamgauge.standalone.explain;

import java.time.Duration;
import java.util.Locale;

/** Durations for people who compare them. */
final class Lengths {

    private Lengths() {}

    /** Two units at most: 250 ms, 45 s, 12 min 05 s, 2 h 05 min, 3 d 04 h; null stays null. */
    static String words(Long millis) {
        if (millis == null) {
            return null;
        }
        Duration length = Duration.ofMillis(millis);
        if (length.toMinutes() == 0) {
            return length.toSeconds() == 0 && millis != 0 ? millis + " ms" : length.toSeconds() + " s";
        }
        if (length.toHours() == 0) {
            return two(length.toMinutes(), "min", length.toSecondsPart(), "s");
        }
        return length.toDays() == 0
                ? two(length.toHours(), "h", length.toMinutesPart(), "min")
                : two(length.toDays(), "d", length.toHoursPart(), "h");
    }

    private static String two(long large, String unit, int small, String smallUnit) {
        return String.format(Locale.ROOT, "%d %s %02d %s", large, unit, small, smallUnit);
    }
}
