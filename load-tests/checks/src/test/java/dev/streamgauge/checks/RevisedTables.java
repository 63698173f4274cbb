package dev.streamgauge.checks;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableOver;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.table.TreeTables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Tables in memory that know what was revised since the last commit: what LiveTables are to production. */
final class RevisedTables implements Tables {

    private final TreeTables rows = new TreeTables();
    private final Map<String, Map<Key, Object>> before = new HashMap<>();

    @Override
    public <V> Table<V> table(TableSpec<V> spec) {
        return new Noted<>(rows.table(spec), before.computeIfAbsent(spec.name(), name -> new LinkedHashMap<>()));
    }

    /** All rows of a table. */
    <V> Map<Key, V> rows(TableSpec<V> spec) {
        return rows.table(spec).rows();
    }

    /** Tells of each row that differs from what was committed last, as it was (null: it was not there) and as it is. */
    @SuppressWarnings("unchecked") // a specification's name stands for one type
    <V> void commit(TableSpec<V> spec, BiConsumer<V, V> listener) {
        Map<Key, Object> revised = before.getOrDefault(spec.name(), Map.of());
        Map<Key, Object> now = new LinkedHashMap<>(revised);
        revised.clear();
        now.forEach((key, old) -> {
            V row = rows.table(spec).get(key);
            if (!Objects.equals(old, row)) {
                listener.accept((V) old, row);
            }
        });
    }

    private record Noted<V>(Table<V> rows, Map<Key, Object> before) implements TableOver<V> {

        @Override
        public void put(Key key, V value) {
            if (!before.containsKey(key)) {
                before.put(key, rows.get(key));
            }
            rows.put(key, value);
        }
    }
}
