package dev.streamgauge.checks.state;

import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableOver;

/** A table of facts that hands each revision on to the windows. What is forgotten is no revision. */
record Summed<V>(Table<V> rows, Counted<V> counted, Aggregation windows) implements TableOver<V> {

    @Override
    public void put(Key key, V value) {
        windows.revise(
                counted.contributions().apply(rows.get(key)),
                counted.contributions().apply(value));
        rows.put(key, value);
    }
}
