package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Tables that tell of each revision at once. */
record ToldTables(Tables tables, BiConsumer<Object, Object> listener) implements Tables {

    @Override
    public <V> Table<V> table(TableSpec<V> spec) {
        return new Told<>(tables.table(spec), listener);
    }

    private record Told<V>(Table<V> rows, BiConsumer<Object, Object> listener) implements Table<V> {

        @Override
        public V get(Key key) {
            return rows.get(key);
        }

        @Override
        public void put(Key key, V value) {
            V before = rows.get(key);
            rows.put(key, value);
            if (!Objects.equals(before, value)) {
                listener.accept(before, value);
            }
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
}
