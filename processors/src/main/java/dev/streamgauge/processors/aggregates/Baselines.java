package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pinned baseline that shares of stages are compared with. Each flow window keeps a copy of its lane's baseline, so that it is
 * published again when the baseline moves. That costs all windows of the lane, but only while the baseline's own period fills.
 */
final class Baselines {

    private Baselines() {}

    /** A new window, with the copy of its lane's baseline. */
    static WindowSums begin(WindowKey key, Table<WindowSums> rows) {
        WindowSums empty = WindowSums.empty(key);
        if (key.kind() != Kind.FLOW || key.window() == Window.BASELINE) {
            return empty;
        }
        WindowSums baseline = rows.get(key.baseline());
        return baseline == null ? empty : empty.comparedWith(copied(baseline));
    }

    /** Gives all windows of the lane the baseline as it is now. */
    static void copy(WindowSums baseline, Table<WindowSums> rows) {
        Map<String, Long> copied = copied(baseline);
        Key lane = baseline.key().lane();
        List<WindowSums> windows = new ArrayList<>();
        rows.ascend(lane, lane.end(), row -> {
            if (row.key().window() != Window.BASELINE) {
                windows.add(row);
            }
            return true;
        });
        windows.forEach(row -> rows.put(row.key().key(), row.comparedWith(copied)));
    }

    private static Map<String, Long> copied(WindowSums baseline) {
        Map<String, Long> copy = new TreeMap<>();
        baseline.sums().forEach((name, sum) -> {
            if (name.endsWith("_ms")) {
                copy.put(name, sum);
            }
        });
        return copy;
    }
}
