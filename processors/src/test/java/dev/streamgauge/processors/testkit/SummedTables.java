package dev.streamgauge.processors.testkit;

import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableOver;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.List;

/** Tables in memory that hand each single revision of a fact on to the windows. */
final class SummedTables implements Tables {

    private final Tables facts;
    private final Aggregation windows;
    private final List<Counted<?>> sums;

    SummedTables(Tables facts, Aggregation windows, List<Counted<?>> sums) {
        this.facts = facts;
        this.windows = windows;
        this.sums = sums;
    }

    @Override
    public <V> Table<V> table(TableSpec<V> spec) {
        for (Counted<?> counted : sums) {
            if (counted.facts().equals(spec)) {
                return new Summed<>(facts.table(spec), same(counted), windows);
            }
        }
        return facts.table(spec);
    }

    @SuppressWarnings("unchecked") // a specification stands for one type
    private static <V> Counted<V> same(Counted<?> counted) {
        return (Counted<V>) counted;
    }

    private record Summed<V>(Table<V> rows, Counted<V> counted, Aggregation windows) implements TableOver<V> {

        @Override
        public void put(Key key, V value) {
            windows.revise(
                    counted.contributions().apply(rows.get(key)),
                    counted.contributions().apply(value));
            rows.put(key, value);
        }
    }
}
