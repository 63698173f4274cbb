package dev.streamgauge.processors.testkit;

import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.Contribution;
import dev.streamgauge.processors.aggregates.Contributions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.Episode;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.table.TreeTables;
import java.util.List;
import java.util.function.Predicate;

/** Tables in memory that hand each single revision of a fact on to the windows. */
final class SummedTables implements Tables {

    private final TreeTables facts;
    private final Aggregation windows;

    SummedTables(TreeTables facts, Aggregation windows) {
        this.facts = facts;
        this.windows = windows;
    }

    @Override
    public <V> Table<V> table(TableSpec<V> spec) {
        boolean counted = List.of(Deliveries.DELIVERIES, MainHealth.BUILDS, MainHealth.EPISODES)
                .contains(spec);
        return counted ? new Summed<>(facts.table(spec), windows) : facts.table(spec);
    }

    private static List<Contribution> contributions(Object fact) {
        if (fact instanceof Delivery delivery) {
            return Contributions.of(delivery);
        }
        if (fact instanceof Build build) {
            return Contributions.of(build);
        }
        return fact instanceof Episode episode ? Contributions.of(episode) : List.of();
    }

    private record Summed<V>(Table<V> rows, Aggregation windows) implements Table<V> {

        @Override
        public V get(Key key) {
            return rows.get(key);
        }

        @Override
        public void put(Key key, V value) {
            windows.revise(contributions(rows.get(key)), contributions(value));
            rows.put(key, value);
        }

        @Override
        public void ascend(Key from, Key to, Predicate<V> visitor) {
            rows.ascend(from, to, visitor);
        }

        @Override
        public void descend(Key from, Key to, Predicate<V> visitor) {
            rows.descend(from, to, visitor);
        }
    }
}
