package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** The windows of all aggregates, kept by retract-and-add. */
public final class Aggregation {

    public static final TableSpec<WindowSums> WINDOWS = new TableSpec<>(
            "windows",
            "windows",
            WindowSums.class,
            "the hours, days and weeks within memory in which something happened, per dimension",
            WindowKey.OWNER_TEXTS);

    private final Windows windows;

    /** Its windows are for ever. */
    public Aggregation(Tables tables) {
        this(tables, () -> Long.MIN_VALUE);
    }

    /**
     * @param horizon epoch milliseconds: windows that ended before are settled
     */
    public Aggregation(Tables tables, LongSupplier horizon) {
        this.windows = new Windows(tables.table(WINDOWS), horizon);
    }

    /** What is forgotten in the end. */
    public static List<Expiring<?>> expiring() {
        return List.of(new Expiring<>(WINDOWS, (row, horizon) -> row.key().end() < horizon));
    }

    /**
     * Takes the contributions of a fact's old version back and adds those of its new one. What both bring is left alone: an episode
     * that was red for a year touches thousands of windows, and its end moves in three of them.
     */
    public void revise(List<Contribution> old, List<Contribution> now) {
        if (old.equals(now)) {
            return;
        }
        Map<WindowKey, Map<String, Sums>> differences = new LinkedHashMap<>();
        old.forEach(contribution -> count(contribution, -1, differences));
        now.forEach(contribution -> count(contribution, 1, differences));
        differences.forEach((key, metrics) -> {
            metrics.values().removeIf(Sums::isEmpty);
            if (!metrics.isEmpty()) {
                windows.plus(new WindowSums(key, metrics));
            }
        });
    }

    private static void count(Contribution contribution, long times, Map<WindowKey, Map<String, Sums>> differences) {
        differences
                .computeIfAbsent(contribution.key(), key -> new TreeMap<>())
                .merge(contribution.metric(), Sums.of(contribution, times), Sums::plus);
    }
}
