package dev.streamgauge.processors.forgetting;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.TableSpec;

/**
 * A table whose rows are forgotten in the end.
 *
 * @param rows the table
 * @param life how long a row is needed, and what goes with it
 */
public record Expiring<V>(TableSpec<V> rows, Life<V> life) {

    /** Of rows that know themselves when they are over, and that nothing goes with. */
    public Expiring(TableSpec<V> rows, Expiry<V> expiry) {
        this(rows, (key, row, horizon) -> expiry.over(row, horizon));
    }

    /** Of rows that go with others. They are looked at only because a removed row leaves its number behind, which goes in the end. */
    public static <V> Expiring<V> withOthers(TableSpec<V> rows) {
        return new Expiring<>(rows, (key, row, horizon) -> false);
    }

    /** When a row is no longer needed. */
    @FunctionalInterface
    public interface Expiry<V> {

        /**
         * Whether a row can go.
         *
         * @param horizon epoch milliseconds: nothing that was over before will be corrected
         */
        boolean over(V row, long horizon);
    }

    /** When a row is no longer needed, which may depend on others, and what goes with it. */
    @FunctionalInterface
    public interface Life<V> {

        /**
         * Whether a row can go. Asked for each row in turn: it must cost no more than a few looks.
         *
         * @param horizon epoch milliseconds: nothing that was over before will be corrected
         */
        boolean over(Key key, V row, long horizon);

        /** Forgets what goes with a row that has just been forgotten, so that nothing is left that leads to it. */
        default void forget(Key key, V row) {}
    }
}
