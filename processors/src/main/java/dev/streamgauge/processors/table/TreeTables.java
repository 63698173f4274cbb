package dev.streamgauge.processors.table;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Tables in memory, for tests and for computing without Kafka. */
public final class TreeTables implements Tables {

    private final Map<String, TreeTable<?>> tables = new HashMap<>();

    @Override
    @SuppressWarnings("unchecked") // a specification's name stands for one type
    public <V> TreeTable<V> table(TableSpec<V> spec) {
        return (TreeTable<V>) tables.computeIfAbsent(spec.name(), name -> new TreeTable<V>());
    }

    /** A table as a tree. */
    public static final class TreeTable<V> implements Table<V> {

        private final NavigableMap<Key, V> rows = new TreeMap<>();

        @Override
        public V get(Key key) {
            return rows.get(key);
        }

        @Override
        public void put(Key key, V value) {
            if (value == null) {
                rows.remove(key);
            } else {
                rows.put(key, value);
            }
        }

        @Override
        public void ascend(Key from, Key to, Predicate<V> visitor) {
            visit(from, to, visitor, false);
        }

        @Override
        public void descend(Key from, Key to, Predicate<V> visitor) {
            visit(from, to, visitor, true);
        }

        private void visit(Key from, Key to, Predicate<V> visitor, boolean down) {
            if (from.compareTo(to) >= 0) {
                return;
            }
            NavigableMap<Key, V> range = rows.subMap(from, true, to, false);
            for (V value : (down ? range.descendingMap() : range).values()) {
                if (!visitor.test(value)) {
                    return;
                }
            }
        }

        @Override
        public void scan(Key from, long horizon, BiPredicate<Key, V> visitor) {
            for (Map.Entry<Key, V> row : rows.tailMap(from, true).entrySet()) {
                if (!visitor.test(row.getKey(), row.getValue())) {
                    return;
                }
            }
        }

        @Override
        public boolean forget(Key key) {
            rows.remove(key);
            return true;
        }

        /** A view of all rows. */
        public NavigableMap<Key, V> rows() {
            return rows;
        }
    }
}
