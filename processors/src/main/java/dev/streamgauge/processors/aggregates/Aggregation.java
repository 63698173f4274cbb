package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.List;

/** The windows of all aggregates, kept by retract-and-add. */
public final class Aggregation {

    public static final TableSpec<WindowSums> WINDOWS = new TableSpec<>(
            "windows",
            "windows",
            WindowSums.class,
            "the hours, days and weeks in which something happened, per dimension");

    private final Table<WindowSums> windows;

    public Aggregation(Tables tables) {
        this.windows = tables.table(WINDOWS);
    }

    /** Takes the contributions of a fact's old version back and adds those of its new one. */
    public void revise(List<Contribution> old, List<Contribution> now) {
        if (old.equals(now)) {
            return;
        }
        old.forEach(contribution -> add(contribution, -1));
        now.forEach(contribution -> add(contribution, 1));
    }

    private void add(Contribution contribution, long times) {
        WindowSums known = windows.get(contribution.key().key());
        WindowSums sums = known == null ? WindowSums.empty(contribution.key()) : known;
        WindowSums changed = sums.add(contribution, times);
        windows.put(contribution.key().key(), changed.empty() ? null : changed);
    }
}
