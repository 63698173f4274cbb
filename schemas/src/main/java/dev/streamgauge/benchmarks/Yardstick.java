package dev.streamgauge.benchmarks;

import java.util.List;

/** How a benchmark speaks of one metric. Durations are milliseconds, frequencies per day, rates and shares of one from 0 to 1. */
public sealed interface Yardstick {

    /**
     * A range of values.
     *
     * @param from its least value; null: no bound
     * @param below the first value above it; null: no bound
     */
    record Range(Double from, Double below) {

        boolean holds(double value) {
            return (from == null || value >= from) && (below == null || value < below);
        }
    }

    /** A level and its range. Published ranges may overlap or leave gaps. */
    record Level(String name, Range range) {}

    /** Levels with bounds. */
    record Levels(List<Level> levels) implements Yardstick {}

    /** The typical value of a level. */
    record Centre(String name, double value) {}

    /** Levels of which only the typical value is known: no ladder, they need not even rise. */
    record Centres(List<Centre> centres) implements Yardstick {}

    /**
     * A part of the respondents.
     *
     * @param percent how many of a hundred
     */
    record Share(Range range, double percent) {}

    /** How respondents are spread, the best first. */
    record Distribution(List<Share> shares) implements Yardstick {}

    /**
     * A value to reach.
     *
     * @param range what reaches it
     * @param text the value in words for people: at least or at most
     * @param median what the median team has; null: not published
     */
    record Target(Range range, String text, Double median) implements Yardstick {}
}
