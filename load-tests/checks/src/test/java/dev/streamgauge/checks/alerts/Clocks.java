package dev.streamgauge.checks.alerts;

import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.oracle.AlertOracle.Clock;
import java.time.Duration;
import java.time.Instant;

/** Simulated wall clocks. What is told within three days of its happening is no history there, so that events can overtake each other. */
public final class Clocks {

    /** Hourly looks for a year. */
    public static final Clock YEAR = clock("2025-09-01T00:00:00Z", Duration.ofDays(365), Duration.ofHours(1));

    /** Looks every 15 minutes for three months. */
    public static final Clock MONTHS = clock("2026-02-01T00:00:00Z", Duration.ofDays(90), Duration.ofMinutes(15));

    /** Hourly looks for ten weeks: for what takes long. */
    public static final Clock WEEKS = clock("2026-02-01T00:00:00Z", Duration.ofDays(70), Duration.ofHours(1));

    private Clocks() {}

    private static Clock clock(String first, Duration length, Duration interval) {
        Instant start = Instant.parse(first);
        return new Clock(start, start.plus(length), interval, Duration.ofDays(3), Duration.ofMinutes(70), 0);
    }

    /** The same moment, or one between the look of that moment and the next. */
    static long besideLooks(Clock clock, long at, Dice dice) {
        long interval = clock.interval().toMillis();
        long since = Math.floorMod(at - clock.first().toEpochMilli(), interval);
        return since == 0 ? at + dice.between(1, interval - 1) : at;
    }
}
