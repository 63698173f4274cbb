package dev.streamgauge.connectors.providers.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads the spelling that nearly all times have, {@code 2026-03-01T10:00:00Z} with or without milliseconds: a tenth of the time of a formatter. */
final class UsualMoment {

    private static final String SHAPE = "0000-00-00T00:00:00Z";
    private static final String WITH_MILLIS = "0000-00-00T00:00:00.000Z";

    private static final long SECONDS_OF_A_DAY = 86_400;

    private UsualMoment() {}

    /** The time; null if it is spelled otherwise, or there is no such time. */
    static Instant parse(String text) {
        boolean millis = text.length() == WITH_MILLIS.length();
        if (!isLike(text, millis ? WITH_MILLIS : SHAPE)) {
            return null;
        }
        int secondOfDay = secondOfDay(text);
        LocalDate day = dayOrNull(text);
        return day == null || secondOfDay < 0
                ? null
                : Instant.ofEpochSecond(
                        day.toEpochDay() * SECONDS_OF_A_DAY + secondOfDay,
                        millis ? digits(text, 20, 23) * 1_000_000L : 0);
    }

    private static boolean isLike(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(i);
            boolean fits = shape.charAt(i) == '0' ? c >= '0' && c <= '9' : c == shape.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int secondOfDay(String text) {
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        return hour > 23 || minute > 59 || second > 59 ? -1 : (hour * 60 + minute) * 60 + second;
    }

    private static LocalDate dayOrNull(String text) {
        int year = digits(text, 0, 4);
        try {
            return year == 0 ? null : LocalDate.of(year, digits(text, 5, 7), digits(text, 8, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int digits(String text, int begin, int end) {
        return Integer.parseInt(text, begin, end, 10);
    }
}
