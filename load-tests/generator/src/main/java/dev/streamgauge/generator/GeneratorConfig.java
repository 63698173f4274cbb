package dev.streamgauge.generator;

import java.time.Duration;
import java.time.Instant;

/**
 * What the simulated organisation is like. Equal configurations yield equal events.
 *
 * @param seed decides everything that is left to chance
 * @param repositories how many, at least 1; activity falls off as 1 ÷ rank
 * @param start the simulated moment of the first activity
 * @param length how long activity goes on; deliveries that are late may arrive after it
 * @param changesPerDay mean change requests per repository and day, greater than 0
 * @param faults how bad the sources and the network are
 */
public record GeneratorConfig(
        long seed, int repositories, Instant start, Duration length, double changesPerDay, Faults faults) {

    /** A Monday morning, so that short simulations are busy. */
    public static final Instant DEFAULT_START = Instant.parse("2026-03-02T06:00:00Z");

    public GeneratorConfig {
        require(repositories >= 1, "repositories must be at least 1, not " + repositories);
        require(!length.isNegative() && !length.isZero(), "length must be positive, not " + length);
        require(changesPerDay > 0, "changesPerDay must be greater than 0, not " + changesPerDay);
    }

    /** Forty repositories over two weeks, with the usual faults. */
    public static GeneratorConfig of(long seed) {
        return new GeneratorConfig(seed, 40, DEFAULT_START, Duration.ofDays(14), 4, Faults.USUAL);
    }

    public GeneratorConfig withRepositories(int count) {
        return new GeneratorConfig(seed, count, start, length, changesPerDay, faults);
    }

    public GeneratorConfig withStart(Instant moment) {
        return new GeneratorConfig(seed, repositories, moment, length, changesPerDay, faults);
    }

    public GeneratorConfig withLength(Duration duration) {
        return new GeneratorConfig(seed, repositories, start, duration, changesPerDay, faults);
    }

    public GeneratorConfig withChangesPerDay(double mean) {
        return new GeneratorConfig(seed, repositories, start, length, mean, faults);
    }

    public GeneratorConfig withFaults(Faults other) {
        return new GeneratorConfig(seed, repositories, start, length, changesPerDay, other);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
