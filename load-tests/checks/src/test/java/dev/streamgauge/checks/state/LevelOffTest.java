package dev.streamgauge.checks.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.generator.GeneratorConfig;
import dev.streamgauge.processors.forgetting.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelOffTest {

    private static final Memory SIXTY_DAYS = new Memory(Duration.ofDays(60));
    private static final GeneratorConfig ORGANISATION =
            GeneratorConfig.of(1).withRepositories(24).withChangesPerDay(0.4);

    /** By how much a table may be larger than its share of the activity. */
    private static final double MARGIN = 1.25;

    /** Rows come and go by chance: small tables swing by as much as this from month to month. */
    private static final long FEW = 60;

    /** Some rows live as long as others hold on to them, and those for as long again: after three memories all are full. */
    private static final int FULL = 6;

    @Test
    void noTableGrowsAnyMoreOnceTheMemoryIsFull() {
        // Given
        List<Month> months = new ArrayList<>();

        // When
        new Year(SIXTY_DAYS, WeighedTables::count, months::add).pass(ORGANISATION);

        // Then
        Month full = months.get(FULL - 1);
        for (Month month : months.subList(FULL, Year.MONTHS)) {
            double activity = Math.max(1, remembered(months, month) / remembered(months, full));
            month.tables()
                    .forEach((table, weight) -> assertThat((double) weight.rows())
                            .as("rows of %s at the end of month %d", table, month.number())
                            .isLessThanOrEqualTo(FEW + full.tables().get(table).rows() * activity * MARGIN));
        }
    }

    /** How many events the memory reaches back to. */
    private static double remembered(List<Month> months, Month last) {
        return months.subList(last.number() - 3, last.number()).stream()
                .mapToLong(Month::events)
                .sum();
    }
}
