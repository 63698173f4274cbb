package dev.streamgauge.processors.table;

/** Where models find their tables. */
@FunctionalInterface
public interface Tables {

    /** The one table of this specification. */
    <V> Table<V> table(TableSpec<V> spec);
}
