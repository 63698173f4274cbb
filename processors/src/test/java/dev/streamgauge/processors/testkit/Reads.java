package dev.streamgauge.processors.testkit;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.table.TreeTables;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Counts the rows that are looked at. */
public final class Reads implements Tables {
    private final TreeTables tables = new TreeTables();
    private long rows;

    /** What is in them. */
    public TreeTables tables() {
        return tables;
    }

    /** How many rows were looked at so far. */
    public long rows() {
        return rows;
    }

    @Override
    public <V> Table<V> table(TableSpec<V> spec) {
        return new Read<>(tables.table(spec));
    }

    private final class Read<V> implements Table<V> {
        private final Table<V> table;

        Read(Table<V> table) {
            this.table = table;
        }

        private Predicate<V> counted(Predicate<V> visitor) {
            return row -> {
                rows++;
                return visitor.test(row);
            };
        }

        @Override
        public V get(Key key) {
            rows++;
            return table.get(key);
        }

        @Override
        public void put(Key key, V value) {
            table.put(key, value);
        }

        @Override
        public void ascend(Key from, Key to, Predicate<V> visitor) {
            table.ascend(from, to, counted(visitor));
        }

        @Override
        public void descend(Key from, Key to, Predicate<V> visitor) {
            table.descend(from, to, counted(visitor));
        }

        @Override
        public void scan(Key from, long horizon, BiPredicate<Key, V> visitor) {
            table.scan(from, horizon, visitor);
        }

        @Override
        public void forget(Key key) {
            table.forget(key);
        }
    }
}
