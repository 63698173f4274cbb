package dev.streamgauge.processors.rollups;

import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.aggregates.Windows;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;

/** The windows of teams and organisations: each is the sum of its parts. */
public final class RollUps {

    public static final TableSpec<Part> PARTS = new TableSpec<>(
            "roll-ups", "parts", Part.class, "the windows of repositories, once per team and once per organisation");
    public static final TableSpec<WindowSums> ROLLED_UP =
            new TableSpec<>("roll-ups", "rolled-up", WindowSums.class, "the windows of teams and organisations");

    private final Table<Part> parts;
    private final Windows windows;

    public RollUps(Tables tables) {
        this.parts = tables.table(PARTS);
        this.windows = new Windows(tables.table(ROLLED_UP));
    }

    /** Takes the part as it was known off its row, and adds it as it is now. */
    public void apply(Part part) {
        Key key = Key.of(part.group().key()).and(part.from().key());
        Part known = parts.get(key);
        if (known != null && known.equals(part)) {
            return;
        }
        if (known != null) {
            windows.plus(known.target(), known.sums(), -known.sign());
        }
        if (part.sums() != null) {
            windows.plus(part.target(), part.sums(), part.sign());
        }
        parts.put(key, part.sums() == null ? null : part);
    }
}
