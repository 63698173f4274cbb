package dev.streamgauge.processors.rollups;

import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.aggregates.Windows;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.List;
import java.util.function.LongSupplier;

/** The windows of teams and organisations: each is the sum of its parts, and each part counts once. */
public final class RollUps {

    public static final TableSpec<WindowSums> ROLLED_UP = new TableSpec<>(
            "roll-ups",
            "rolled-up",
            WindowSums.class,
            "the windows of teams and organisations within memory",
            WindowKey.OWNER_TEXTS);
    public static final TableSpec<Heard> HEARD =
            new TableSpec<>("roll-ups", "heard", Heard.class, "one row per partition of the events");

    private final Windows windows;
    private final Table<Heard> heard;

    /**
     * The last part of a sender.
     *
     * @param state the name of the state that it comes from
     */
    public record Heard(String state, long number) {}

    /** Its windows are for ever. */
    public RollUps(Tables tables) {
        this(tables, () -> Long.MIN_VALUE);
    }

    /**
     * @param horizon epoch milliseconds: windows that ended before are settled
     */
    public RollUps(Tables tables, LongSupplier horizon) {
        this.windows = new Windows(tables.table(ROLLED_UP), horizon);
        this.heard = tables.table(HEARD);
    }

    /** What is forgotten in the end. */
    public static List<Expiring<?>> expiring() {
        return List.of(new Expiring<>(ROLLED_UP, (row, horizon) -> row.key().end() < horizon));
    }

    /**
     * Adds a part to its rows, unless it was heard before.
     *
     * @throws IllegalStateException if its sender has begun anew, while what it said before is still counted here
     */
    public void apply(Part part) {
        Key sender = Key.EMPTY.and(part.sender().partition());
        Heard last = heard.get(sender);
        if (last != null && !last.state().equals(part.sender().state())) {
            throw new IllegalStateException(
                    "Teams and organisations count windows of partition %d that its repositories do not know any more: the state was thrown away in part only, or roll-up-parts.v1 was not. Do a full replay, with all its steps (docs/operations.md)"
                            .formatted(part.sender().partition()));
        }
        if (last == null || part.number() > last.number()) {
            part.sums().forEach(windows::plus);
            heard.put(sender, new Heard(part.sender().state(), part.number()));
        }
    }
}
