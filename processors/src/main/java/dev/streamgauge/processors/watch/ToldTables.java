package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableOver;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Tables that tell of each revision at once. */
record ToldTables(Tables tables, BiConsumer<Object, Object> listener) implements Tables {

    @Override
    public <V> Table<V> table(TableSpec<V> spec) {
        return new Told<>(tables.table(spec), listener);
    }

    private record Told<V>(Table<V> rows, BiConsumer<Object, Object> listener) implements TableOver<V> {

        @Override
        public void put(Key key, V value) {
            V before = rows.get(key);
            rows.put(key, value);
            if (!Objects.equals(before, value)) {
                listener.accept(before, value);
            }
        }
    }
}
