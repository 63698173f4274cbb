package dev.streamgauge.processors.store;

import dev.streamgauge.processors.store.Codec.Row;
import dev.streamgauge.processors.table.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The rows in memory whose keys begin with the same texts, mostly those of one repository, and between which keys they are all that there are. */
final class Shelf<V> {

    /** A row as it was committed, and as it is. */
    static final class Live<V> {
        Row<V> committed;
        V now;

        Live(Row<V> committed) {
            this.committed = committed;
            this.now = committed.value();
        }
    }

    private final Ranges ranges = new Ranges();

    /** Also some that are not there. */
    private final Map<Key, Live<V>> rows = new HashMap<>();

    /** Those that are there, in order, once somebody has asked for a range: of many tables nobody ever does. */
    private NavigableMap<Key, Live<V>> ordered;

    Ranges ranges() {
        return ranges;
    }

    /** Rows and ranges. */
    int weight() {
        return rows.size() + ranges.size();
    }

    Map<Key, Live<V>> rows() {
        return rows;
    }

    void put(Key key, Live<V> row) {
        rows.put(key, row);
        order(key, row);
    }

    /** Sets a row's value. What has gone is no step on the way through a range: queues lose their first rows. */
    void change(Key key, Live<V> row, V value) {
        boolean stays = row.now != null && value != null;
        row.now = value;
        if (!stays) {
            order(key, row);
        }
    }

    private void order(Key key, Live<V> row) {
        if (ordered == null) {
            return;
        }
        if (row.now == null) {
            ordered.remove(key);
        } else {
            ordered.put(key, row);
        }
    }

    /** Whether there was such a row. */
    boolean remove(Key key) {
        if (ordered != null) {
            ordered.remove(key);
        }
        return rows.remove(key) != null;
    }

    /** The rows that are there. */
    NavigableMap<Key, Live<V>> ordered() {
        if (ordered == null) {
            ordered = new TreeMap<>();
            rows.forEach(this::order);
        }
        return ordered;
    }
}
