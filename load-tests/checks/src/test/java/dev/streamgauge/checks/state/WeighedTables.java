package dev.streamgauge.checks.state;

import dev.streamgauge.processors.store.Codec;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.table.TreeTables;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Tables in memory that can be weighed as if they were in their stores. */
final class WeighedTables implements Tables {

    private final TreeTables tables = new TreeTables();
    private final Map<String, TableSpec<?>> specs = new TreeMap<>();

    @Override
    public <V> Table<V> table(TableSpec<V> spec) {
        specs.put(spec.store() + "/" + spec.name(), spec);
        return tables.table(spec);
    }

    int rows() {
        return specs.values().stream().mapToInt(spec -> rows(spec).size()).sum();
    }

    /** How many rows each table has, by its store and name. */
    Map<String, Weight> count() {
        Map<String, Weight> weights = new TreeMap<>();
        specs.forEach((name, spec) -> weights.put(name, new Weight(rows(spec).size(), 0)));
        return weights;
    }

    /** What each table weighs, by its store and name. */
    Map<String, Weight> weigh() {
        Map<String, Weight> weights = new TreeMap<>();
        specs.forEach((name, spec) -> weights.put(name, weigh(spec)));
        return weights;
    }

    private <V> NavigableMap<Key, V> rows(TableSpec<V> spec) {
        return tables.table(spec).rows();
    }

    private <V> Weight weigh(TableSpec<V> spec) {
        Codec<V> codec = new Codec<>(spec.name(), spec.type());
        int prefix = Key.of(spec.name()).toBytes().length;
        long bytes = 0;
        for (Map.Entry<Key, V> row : rows(spec).entrySet()) {
            bytes += prefix + row.getKey().toBytes().length + codec.write(new Codec.Row<>(row.getValue(), 1)).length;
        }
        return new Weight(rows(spec).size(), bytes);
    }
}
