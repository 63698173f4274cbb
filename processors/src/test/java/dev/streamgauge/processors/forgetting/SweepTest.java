package dev.streamgauge.processors.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.TreeTables;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final TableSpec<Long> OLD = new TableSpec<>("store", "old", Long.class, "test");
    private static final TableSpec<Long> OLDER = new TableSpec<>("store", "older", Long.class, "test");

    private final TreeTables tables = new TreeTables();
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
}
