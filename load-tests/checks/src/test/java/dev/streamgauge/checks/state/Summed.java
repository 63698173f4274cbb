package dev.streamgauge.checks.state;

import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** A table of facts that hands each revision on to the windows. What is forgotten is no revision. */
record Summed<V>(Table<V> rows, Counted<V> counted, Aggregation windows) implements Table<V> {

    @Override
    public V get(Key key) {
        return rows.get(key);
    }

    @Override
    public void put(Key key, V value) {
        windows.revise(
                counted.contributions().apply(rows.get(key)),
                counted.contributions().apply(value));
        rows.put(key, value);
    }

    @Override
    public void ascend(Key from, Key to, Predicate<V> visitor) {
        rows.ascend(from, to, visitor);
    }

    @Override
    public void descend(Key from, Key to, Predicate<V> visitor) {
        rows.descend(from, to, visitor);
    }

    @Override
    public void scan(Key from, long horizon, BiPredicate<Key, V> visitor) {
        rows.scan(from, horizon, visitor);
    }

    @Override
    public void forget(Key key) {
        rows.forget(key);
    }
}
