package dev.streamgauge.processors.rules;

import java.util.ArrayList;
import java.util.List;

/** Lengths of time as people write and read them. */
public final class Length {

    private static final long SECOND = 1000;
    private static final long[] UNITS = {86_400 * SECOND, 3_600 * SECOND, 60 * SECOND, SECOND};
    private static final String LETTERS = "dhms";
    private static final String FORM = "\\d{1,6}[smhd]";
    private static final int PARTS = 2;

    private Length() {}

    /** Milliseconds of a text such as {@code 10m}; null: it is no length. */
    public static Long parse(String text) {
        if (!text.matches(FORM)) {
            return null;
        }
        int last = text.length() - 1;
        return Long.parseLong(text.substring(0, last)) * UNITS[LETTERS.indexOf(text.charAt(last))];
    }

    /** Milliseconds in the two largest units that say something, rounded down: {@code 2d 4h}. */
    public static String text(long ms) {
        List<String> parts = new ArrayList<>();
        long rest = ms;
        for (int i = 0; i < UNITS.length && parts.size() < PARTS; i++) {
            long count = rest / UNITS[i];
            rest %= UNITS[i];
            if (count > 0) {
                parts.add(count + LETTERS.substring(i, i + 1));
            } else if (!parts.isEmpty()) {
                break;
            }
        }
        return parts.isEmpty() ? "0s" : String.join(" ", parts);
    }
}
