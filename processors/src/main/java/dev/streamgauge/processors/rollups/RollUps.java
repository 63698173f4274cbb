package dev.streamgauge.processors.rollups;

import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.aggregates.Windows;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.List;
import java.util.function.LongSupplier;

/** The windows of teams and organisations: each is the sum of its parts. */
public final class RollUps {

    public static final TableSpec<Part> PARTS = new TableSpec<>(
            "roll-ups",
            "parts",
            Part.class,
            "the windows of repositories within memory, once per team and once per organisation");
    public static final TableSpec<WindowSums> ROLLED_UP = new TableSpec<>(
            "roll-ups", "rolled-up", WindowSums.class, "the windows of teams and organisations within memory");

    private final Table<Part> parts;
    private final Windows windows;
    private final LongSupplier horizon;

    /** Its windows are for ever. */
    public RollUps(Tables tables) {
        this(tables, () -> Long.MIN_VALUE);
    }

    /**
     * @param horizon epoch milliseconds: windows that ended before are settled
     */
    public RollUps(Tables tables, LongSupplier horizon) {
        this.parts = tables.table(PARTS);
        this.windows = new Windows(tables.table(ROLLED_UP), horizon);
        this.horizon = horizon;
    }

    /** What is forgotten in the end. */
    public static List<Expiring<?>> expiring() {
        return List.of(
                new Expiring<>(PARTS, (part, horizon) -> part.from().end() < horizon),
                new Expiring<>(ROLLED_UP, (row, horizon) -> row.key().end() < horizon));
    }

    /** Adds to its row by how much the part differs from what was known of it. */
    public void apply(Part part) {
        if (part.from().end() < horizon.getAsLong()) {
            return;
        }
        Key key = Key.of(part.group().key()).and(part.from().key());
        Part known = parts.get(key);
        if (!part.equals(known)) {
            windows.plus(part.target(), sums(part).minus(known == null ? nothing(part) : sums(known)), part.sign());
            parts.put(key, part.sums() == null ? null : part);
        }
    }

    private static WindowSums sums(Part part) {
        return part.sums() == null ? nothing(part) : part.sums();
    }

    private static WindowSums nothing(Part part) {
        return WindowSums.empty(part.from());
    }
}
