package dev.streamgauge.benchmarks;

/**
 * Where a value stands in a benchmark. It is never given without the year that it is measured against.
 *
 * @param benchmark who published it
 * @param year of the report
 * @param value the measured one: milliseconds, per day, or from 0 to 1
 * @param standing in words
 */
public record Position(String benchmark, int year, String metric, double value, String standing) {

    @Override
    public String toString() {
        return "%s %d: %s".formatted(benchmark, year, standing);
    }
}
