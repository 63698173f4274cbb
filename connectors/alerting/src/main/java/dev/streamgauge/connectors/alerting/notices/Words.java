package dev.streamgauge.connectors.alerting.notices;

import dev.streamgauge.alerts.v1.Alert;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Alerts in words for people, cut to what receivers take. */
public final class Words {

    private static final String MORE = "…";

    private Words() {}

    /** The first so many characters; no character is cut in two. */
    public static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + MORE;
    }

    /** What it is about, in a line: {@code github.com/acme/shop queue=ci}. */
    public static String subject(Alert alert) {
        String rest = parts(alert).entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(" "));
        return rest.isEmpty() ? alert.getName() : alert.getName() + " " + rest;
    }

    /** What the subject is made of beside its name, without what says nothing, in a stable order. */
    public static Map<String, String> parts(Alert alert) {
        Map<String, String> parts = new TreeMap<>(alert.getSubject());
        parts.values().removeIf(value -> value.equals("*") || value.isEmpty());
        return parts;
    }

    /** What was measured and what it is compared with: {@code 2 d 3 h (threshold 2 d)}. */
    public static String measured(Alert alert) {
        String value = alert.getValue() == null ? "unknown" : amount(alert.getValue(), alert.getUnit());
        return "%s (threshold %s)".formatted(value, amount(alert.getThreshold(), alert.getUnit()));
    }

    /** A number with its unit. */
    static String amount(double value, String unit) {
        return switch (unit) {
            case "ms" -> length(Duration.ofMillis(Math.round(value)));
            case "ratio" -> String.format(Locale.ROOT, "%.3f", value);
            case "items" -> "%s items".formatted(plain(value));
            case "items_per_hour" -> "%s items per hour".formatted(plain(value));
            default -> plain(value) + " " + unit;
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }

    /** A length by its two largest units: {@code 2 d 3 h}. */
    public static String length(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        long[] parts = {seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60};
        String[] units = {"d", "h", "min", "s"};
        int first = 0;
        while (first < 3 && parts[first] == 0) {
            first++;
        }
        String text = parts[first] + " " + units[first];
        boolean second = first < 3 && parts[first + 1] > 0;
        return second ? text + " " + parts[first + 1] + " " + units[first + 1] : text;
    }

    /** How long it has fired, if it has ended. */
    public static Duration fired(Notice notice) {
        return Duration.between(notice.firedAt(), notice.endedAt());
    }
}
