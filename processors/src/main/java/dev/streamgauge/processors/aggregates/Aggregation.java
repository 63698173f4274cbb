package dev.streamgauge.processors.aggregates;

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

    private final Windows windows;

    public Aggregation(Tables tables) {
        this.windows = new Windows(tables.table(WINDOWS));
    }

    /** Takes the contributions of a fact's old version back and adds those of its new one. */
    public void revise(List<Contribution> old, List<Contribution> now) {
        if (old.equals(now)) {
            return;
        }
        old.forEach(contribution -> windows.add(contribution, -1));
        now.forEach(contribution -> windows.add(contribution, 1));
    }
}
