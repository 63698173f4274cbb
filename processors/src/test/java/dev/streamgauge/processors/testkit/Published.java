package dev.streamgauge.processors.testkit;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableOver;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tables that note what was last said of each row: what is forgotten stays said. */
public final class Published implements Tables {

    private final Tables tables;
    private final Map<String, Map<Key, Object>> said = new TreeMap<>();
    private final Set<TableSpec<?>> specs = new HashSet<>();

    public Published(Tables tables) {
        this.tables = tables;
    }

    /** The rows of a table as they were last published, by their keys. */
    @SuppressWarnings("unchecked") // a specification stands for one type
    public <V> Map<Key, V> of(TableSpec<V> spec) {
        return (Map<Key, V>) said.computeIfAbsent(spec.name(), name -> new TreeMap<>());
    }

    /** The tables that were asked for. */
    Set<TableSpec<?>> specs() {
        return specs;
    }

    @Override
    public <V> Table<V> table(TableSpec<V> spec) {
        specs.add(spec);
        return new Noting<>(tables.table(spec), of(spec));
    }

    private record Noting<V>(Table<V> rows, Map<Key, V> said) implements TableOver<V> {

        @Override
        public void put(Key key, V value) {
            rows.put(key, value);
            if (value == null) {
                said.remove(key);
            } else {
                said.put(key, value);
            }
        }
    }
}
