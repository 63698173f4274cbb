package dev.streamgauge.benchmarks;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody published in a year.
 *
 * @param name who
 * @param year of the report
 * @param source where it was read
 * @param note what a reader must know
 * @param metrics by our names
 */
public record Benchmark(String name, int year, String source, String note, Map<String, Yardstick> metrics) {

    public Benchmark {
        metrics = Map.copyOf(metrics);
    }

    /** Where a value stands; empty if this benchmark does not speak of the metric. */
    public Optional<Position> position(String metric, double value) {
        Yardstick yardstick = metrics.get(metric);
        return yardstick == null
                ? Optional.empty()
                : Optional.of(new Position(name, year, metric, value, Words.of(yardstick, value)));
    }
}
