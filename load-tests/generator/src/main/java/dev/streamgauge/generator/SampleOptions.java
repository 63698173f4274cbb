package dev.streamgauge.generator;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** What {@link Sample} is asked to write. */
record SampleOptions(long seed, int repositories, int changesPerDay, Instant start, int days, long events, Path out) {
    static final String USAGE =
            "usage: --out FILE [--seed N] [--repositories R] [--changes-per-day C] [--from DATE] [--days D] [--events MAX]";

    /** Reads pairs of an option and its value. */
    static SampleOptions parse(String... arguments) {
        Map<String, String> given = new TreeMap<>(
                Map.of("--seed", "1", "--repositories", "40", "--changes-per-day", "4", "--days", "14", "--out", ""));
        given.put("--events", "" + Long.MAX_VALUE);
        given.put(
                "--from",
                LocalDate.ofInstant(GeneratorConfig.DEFAULT_START, ZoneOffset.UTC)
                        .toString());
        for (int option = 0; option < arguments.length; option += 2) {
            if (!given.containsKey(arguments[option])) {
                throw new IllegalArgumentException("unknown option " + arguments[option]);
            }
            if (option + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[option] + " needs a value");
            }
            given.put(arguments[option], arguments[option + 1]);
        }
        return of(given);
    }

    private static SampleOptions of(Map<String, String> given) {
        if (given.get("--out").isEmpty()) {
            throw new IllegalArgumentException("--out is missing");
        }
        return new SampleOptions(
                number(given, "--seed", Long.MIN_VALUE, Long.MAX_VALUE),
                (int) number(given, "--repositories", 1, 100_000),
                (int) number(given, "--changes-per-day", 1, 10_000),
                start(given.get("--from")),
                (int) number(given, "--days", 1, 10_000),
                number(given, "--events", 1, Long.MAX_VALUE),
                Path.of(given.get("--out")));
    }

    /** The simulation begins at the same time of day whatever the day. */
    private static Instant start(String date) {
        try {
            LocalTime time = LocalTime.ofInstant(GeneratorConfig.DEFAULT_START, ZoneOffset.UTC);
            return LocalDate.parse(date).atTime(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--from must be a date such as 2026-03-02, not " + date, e);
        }
    }

    private static long number(Map<String, String> given, String option, long least, long most) {
        try {
            long number = Long.parseLong(given.get(option));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " must be a whole number, not " + given.get(option), e);
        }
        throw new IllegalArgumentException(option + " must be from " + least + " to " + most);
    }
}
