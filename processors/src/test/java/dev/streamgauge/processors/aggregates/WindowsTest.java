package dev.streamgauge.processors.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import dev.streamgauge.processors.table.TreeTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final String SHOP = "example.org/acme/shop";
    private static final List<String> LANE = List.of("shop", "production");
    private static final List<String> FLOW = List.of("shop", "production", "*");

    private final TreeTables tables = new TreeTables();
    private final Aggregation aggregation = new Aggregation(tables);

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static List<Contribution> deployment(String at) {
        return WindowKey.of(Kind.DEPLOYMENTS, SHOP, LANE, millis(at)).stream()
                .map(key -> Contribution.count(key, "deployments"))
                .toList();
    }

    private static WindowKey flow(Window window, String start) {
        return new WindowKey(Kind.FLOW, Scope.REPOSITORY, SHOP, FLOW, window, millis(start));
    }

    private WindowSums row(WindowKey key) {
        return tables.table(Aggregation.WINDOWS).get(key.key());
    }

    private long days(Window window, String start) {
        WindowSums row = row(new WindowKey(Kind.DEPLOYMENTS, Scope.REPOSITORY, SHOP, LANE, window, millis(start)));
        return row == null ? 0 : row.sum("deploy_days");
    }

    @Test
    void aWeekHasAsManyDeployDaysAsItHasDaysWithADeployment() {
        // Given
        aggregation.revise(List.of(), deployment("2026-03-02T10:00:00Z"));
        aggregation.revise(List.of(), deployment("2026-03-02T23:59:59Z"));

        // When
        aggregation.revise(List.of(), deployment("2026-03-08T00:00:00Z"));

        // Then
        assertThat(days(Window.DAY, "2026-03-02T00:00:00Z")).isEqualTo(1);
        assertThat(days(Window.WEEK, "2026-03-02T00:00:00Z")).isEqualTo(2);
    }

    @Test
    void aDayWhoseLastDeploymentIsTakenBackIsNoDeployDay() {
        // Given
        aggregation.revise(List.of(), deployment("2026-03-02T10:00:00Z"));

        // When
        aggregation.revise(deployment("2026-03-02T10:00:00Z"), deployment("2026-03-03T10:00:00Z"));

        // Then
        assertThat(days(Window.DAY, "2026-03-02T00:00:00Z")).isZero();
        assertThat(days(Window.WEEK, "2026-03-02T00:00:00Z")).isEqualTo(1);
    }

    @Test
    void everyFlowWindowOfALaneKeepsTheBaselineOfItsLane() {
        // Given
        WindowKey day = flow(Window.DAY, "2026-03-02T00:00:00Z");
        WindowKey later = flow(Window.DAY, "2026-03-03T00:00:00Z");
        aggregation.revise(List.of(), List.of(Contribution.sum(day, "coding_ms", 30)));

        // When
        WindowKey baseline = flow(Window.BASELINE, "2026-01-01T00:00:00Z");
        aggregation.revise(
                List.of(), List.of(Contribution.sum(baseline, "coding_ms", 10), Contribution.count(baseline, "count")));
        aggregation.revise(List.of(), List.of(Contribution.sum(later, "coding_ms", 5)));

        // Then
        assertThat(row(day).baseline()).isEqualTo(Map.of("coding_ms", 10L));
        assertThat(row(later).baseline()).isEqualTo(Map.of("coding_ms", 10L));
        assertThat(row(baseline).baseline()).isEmpty();
    }

    @Test
    void aBaselineAloneMakesNoWindow() {
        // Given
        WindowKey baseline = flow(Window.BASELINE, "2026-01-01T00:00:00Z");
        aggregation.revise(List.of(), List.of(Contribution.sum(baseline, "coding_ms", 10)));
        List<Contribution> once = List.of(Contribution.sum(flow(Window.DAY, "2026-03-02T00:00:00Z"), "coding_ms", 5));
        aggregation.revise(List.of(), once);

        // When
        aggregation.revise(once, List.of());

        // Then
        assertThat(tables.table(Aggregation.WINDOWS).rows()).hasSize(1);
    }
}
