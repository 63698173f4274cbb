package dev.streamgauge.processors.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableOver;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.table.TreeTables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final TableSpec<Long> OLD = new TableSpec<>("store", "old", Long.class, "test");
    private static final TableSpec<Long> OLDER = new TableSpec<>("store", "older", Long.class, "test");

    private final TreeTables tables = new TreeTables();
    private final List<Key> visited = new ArrayList<>();
    private final Sweep sweep = new Sweep(
            tables,
            List.of(
                    new Expiring<>(OLD, (row, horizon) -> row < horizon),
                    new Expiring<>(OLDER, (row, horizon) -> row < horizon)));

    private void rows(TableSpec<Long> spec, long from, long to) {
        for (long row = from; row < to; row++) {
            tables.table(spec).put(Key.EMPTY.and(row), row);
        }
    }

    @Test
    void whatWasOverBeforeTheHorizonGoesAndTheRestStays() {
        // Given
        rows(OLD, 0, 10);
        rows(OLDER, 3, 6);

        // When
        int forgotten = sweep.step(5, 100);

        // Then
        assertThat(forgotten).isEqualTo(7);
        assertThat(tables.table(OLD).rows().values()).containsExactly(5L, 6L, 7L, 8L, 9L);
        assertThat(tables.table(OLDER).rows().values()).containsExactly(5L);
    }

    @Test
    void aRoundInSmallStepsForgetsAsMuchAsOneInALargeStep() {
        // Given
        rows(OLD, 0, 10);
        rows(OLDER, 0, 10);

        // When
        int forgotten = 0;
        for (int step = 0; step < 8; step++) {
            forgotten += sweep.step(5, 3);
        }

        // Then
        assertThat(forgotten).isEqualTo(10);
    }

    @Test
    void theNextRoundFindsWhatIsOverSince() {
        // Given
        rows(OLD, 0, 10);
        sweep.step(5, 100);

        // When
        int forgotten = sweep.step(8, 100);

        // Then
        assertThat(forgotten).isEqualTo(3);
    }

    @Test
    void nothingAtAllIsNoTrouble() {
        // When
        int forgotten = sweep.step(5, 100);

        // Then
        assertThat(forgotten).isZero();
    }

    /** Of a row that goes, other rows tell where it was: they stay as long as it does. */
    @Test
    void withARowThatHasChangedMeanwhileNothingElseGoes() {
        // Given
        rows(OLD, 0, 3);
        List<Long> gone = new ArrayList<>();
        Sweep stopped = new Sweep(
                new Tables() {
                    @Override
                    public <V> Table<V> table(TableSpec<V> spec) {
                        return new Changed<>(tables.table(spec), Key.EMPTY.and(1));
                    }
                },
                List.of(new Expiring<>(OLD, new Noting(gone))));

        // When
        int forgotten = stopped.step(5, 100);

        // Then
        assertThat(forgotten).isEqualTo(2);
        assertThat(gone).containsExactly(0L, 2L);
        assertThat(tables.table(OLD).rows().values()).containsExactly(1L);
    }

    /** A table one of whose rows has uncommitted changes. */
    private record Changed<V>(Table<V> rows, Key changed) implements TableOver<V> {

        @Override
        public boolean forget(Key key) {
            return !key.equals(changed) && rows.forget(key);
        }
    }

    private record Noting(List<Long> gone) implements Expiring.Life<Long> {

        @Override
        public boolean over(Key key, Long row, long horizon) {
            return row < horizon;
        }

        @Override
        public void forget(Key key, Long row) {
            gone.add(row);
        }
    }

    @Test
    void whatIsKeptOfRowsThatAreGoneCountsAsLookedAt() {
        // Given
        rows(OLD, 0, 10);
        Sweep sweeping = new Sweep(
                new Tables() {
                    @Override
                    public <V> Table<V> table(TableSpec<V> spec) {
                        return new AllGone<>(tables.table(spec), visited);
                    }
                },
                List.of(new Expiring<>(OLD, (row, horizon) -> row < horizon)));

        // When
        int forgotten = sweeping.step(5, 4);

        // Then
        assertThat(forgotten).isZero();
        assertThat(visited).hasSize(4);
    }

    /** A table of whose rows only markers are left. */
    private record AllGone<V>(Table<V> rows, List<Key> visited) implements TableOver<V> {

        @Override
        public void scan(Key from, long horizon, BiPredicate<Key, V> visitor) {
            rows.scan(from, horizon, (key, row) -> {
                visited.add(key);
                return visitor.test(key, null);
            });
        }
    }
}
