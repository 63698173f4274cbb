package dev.streamgauge.processors.definitions;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A pinned period.
 *
 * @param from its first instant, epoch milliseconds
 * @param to the first instant after it, epoch milliseconds
 */
public record Baseline(long from, long to) {

    public Baseline {
        if (from >= to) {
            throw new IllegalArgumentException(
                    "A baseline ends after it begins, but %d is not before %d".formatted(from, to));
        }
    }

    /**
     * Reads {@code 2026-01-01/2026-02-01}, or the same with instants.
     *
     * @throws IllegalArgumentException if it is no period, with a message that quotes the text
     */
    public static Baseline parse(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length != 2) {
            throw none(text);
        }
        long from;
        long to;
        try {
            from = millis(ends[0]);
            to = millis(ends[1]);
        } catch (DateTimeException e) {
            throw none(text);
        }
        if (from == to) {
            throw new IllegalArgumentException("'" + text
                    + "' is empty: a period ends before its second time, so one day is 2026-01-01/2026-01-02");
        }
        if (from > to) {
            throw new IllegalArgumentException("'" + text + "' ends before it begins");
        }
        return new Baseline(from, to);
    }

    private static long millis(String text) {
        return text.contains("T")
                ? Instant.parse(text).toEpochMilli()
                : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static IllegalArgumentException none(String text) {
        return new IllegalArgumentException("'" + text
                + "' is not a period such as 2026-01-01/2026-02-01 or 2026-01-01T06:00:00Z/2026-01-02T06:00:00Z");
    }

    public boolean contains(long instant) {
        return from <= instant && instant < to;
    }
}
