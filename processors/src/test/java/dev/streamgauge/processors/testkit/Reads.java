package dev.streamgauge.processors.testkit;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableOver;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.table.TreeTables;
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

    private final class Read<V> implements TableOver<V> {
        private final Table<V> table;

        Read(Table<V> table) {
            this.table = table;
        }

        @Override
        public Table<V> rows() {
            return table;
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
        public void ascend(Key from, Key to, Predicate<V> visitor) {
            table.ascend(from, to, counted(visitor));
        }

        @Override
        public void descend(Key from, Key to, Predicate<V> visitor) {
            table.descend(from, to, counted(visitor));
        }
    }
}
