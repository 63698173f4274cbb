package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.deliveries.Stage;
import dev.streamgauge.processors.table.Key;
import java.util.Map;

/**
 * By how much the share of a lane's stages moved against the baseline in a week.
 *
 * @param week its beginning, epoch milliseconds
 * @param count of changes
 * @param value of the stage whose share grew most; null: it cannot be compared
 */
public record Shift(String repository, String service, String environment, long week, long count, Double value) {

    private static final String TOTAL = "total_ms";

    static Shift of(WindowSums sums) {
        WindowKey key = sums.key();
        return new Shift(
                key.name(),
                key.dimensions().get(0),
                key.dimensions().get(1),
                key.start(),
                sums.sum("count"),
                value(sums.sums(), sums.baseline()));
    }

    Key key() {
        return Key.of(repository).and(service).and(environment);
    }

    private static Double value(Map<String, Long> sums, Map<String, Long> baseline) {
        long total = sums.getOrDefault(TOTAL, 0L);
        long before = baseline.getOrDefault(TOTAL, 0L);
        if (total == 0 || before == 0) {
            return null;
        }
        double most = 0;
        for (Stage stage : Stage.values()) {
            String name = stage.label() + "_ms";
            double shift =
                    (double) sums.getOrDefault(name, 0L) / total - (double) baseline.getOrDefault(name, 0L) / before;
            most = Math.max(most, shift);
        }
        return most;
    }
}
