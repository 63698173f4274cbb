package dev.streamgauge.processors.forgetting;

import dev.streamgauge.processors.table.TableSpec;

/**
 * A table whose rows are forgotten in the end.
 *
 * @param rows the table
 * @param expiry when a row is
 */
public record Expiring<V>(TableSpec<V> rows, Expiry<V> expiry) {

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
}
