package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Rows of windows, and what follows from one row for another: days with a deployment, and the baseline of shares. */
public final class Windows {

    private final Table<WindowSums> rows;
    private final LongSupplier horizon;

    /**
     * @param horizon epoch milliseconds: a window that ended before is forgotten, or soon will be, and nothing is added to it or taken off any more
     */
    public Windows(Table<WindowSums> rows, LongSupplier horizon) {
        this.rows = rows;
        this.horizon = horizon;
    }

    /** Adds sums to the window of their key; what is below zero takes something off. */
    public void plus(WindowSums sums) {
        revise(sums.key(), row -> row.plus(sums));
    }

    private void revise(WindowKey key, UnaryOperator<WindowSums> revision) {
        if (key.end() < horizon.getAsLong()) {
            return;
        }
        Key stored = key.key();
        WindowSums known = rows.get(stored);
        WindowSums before = known == null ? Baselines.begin(key, rows) : known;
        WindowSums after = revision.apply(before);
        rows.put(stored, after.isEmpty() ? null : after);
        follow(before, after);
    }

    private void follow(WindowSums before, WindowSums after) {
        if (after.key().kind() == Kind.DEPLOYMENTS && after.key().window() == Window.DAY) {
            long change = DeployDays.change(before, after);
            if (change != 0) {
                revise(after.key(), row -> DeployDays.plus(row, change));
                revise(DeployDays.week(after.key()), row -> DeployDays.plus(row, change));
            }
        }
        if (after.key().kind() == Kind.FLOW && after.key().window() == Window.BASELINE) {
            Baselines.copy(after, rows);
        }
    }
}
