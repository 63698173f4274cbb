package dev.streamgauge.processors.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.aggregates.Histogram;
import dev.streamgauge.processors.aggregates.Summary;
import dev.streamgauge.processors.aggregates.Window;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.table.TreeTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RollUpsTest {

    private static final Group PAYMENTS = new Group(Scope.TEAM, "payments");
    private static final String SHOP = "example.org/acme/shop";
    private static final String TILL = "example.org/acme/till";

    private final TreeTables tables = new TreeTables();
    private final RollUps rollUps = new RollUps(tables);

    private static WindowKey leadTime(String repository, String service) {
        List<String> dimensions = List.of(service, "production", "*", "streamgauge", "change_lead_time");
        return new WindowKey(Kind.LEAD_TIME, Scope.REPOSITORY, repository, dimensions, Window.DAY, 0);
    }

    private static WindowKey lane(Kind kind, String repository) {
        return new WindowKey(kind, Scope.REPOSITORY, repository, List.of("shop", "production"), Window.DAY, 0);
    }

    private static WindowSums of(WindowKey key, long... durations) {
        Histogram histogram = Histogram.EMPTY;
        long sum = 0;
        for (long duration : durations) {
            histogram = histogram.add(duration, 1);
            sum += duration;
        }
        return new WindowSums(key, new Summary(durations.length, sum, histogram), Map.of());
    }

    private static WindowSums deployments(Kind kind, String repository, long count) {
        return new WindowSums(lane(kind, repository), Summary.EMPTY, Map.of("deployments", count, "deploy_days", 1L));
    }

    private static WindowSums recovered(Kind kind, String repository, long duration) {
        return of(lane(kind, repository), duration);
    }

    private void hear(WindowSums sums) {
        rollUps.apply(Part.of(PAYMENTS, sums.key(), sums));
    }

    private List<WindowSums> rows() {
        return List.copyOf(tables.table(RollUps.ROLLED_UP).rows().values());
    }

    @Test
    void aTeamsWindowIsTheSumOfItsRepositoriesOverAllServices() {
        // Given
        hear(of(leadTime(SHOP, "shop"), 1_000, 2_000));
        hear(of(leadTime(SHOP, "api"), 3_000));

        // When
        hear(of(leadTime(TILL, "till"), 10_000));

        // Then
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.key().scope()).isEqualTo(Scope.TEAM);
            assertThat(row.key().name()).isEqualTo("payments");
            assertThat(row.key().dimensions())
                    .containsExactly("*", "production", "*", "streamgauge", "change_lead_time");
            assertThat(row.summary().count()).isEqualTo(4);
            assertThat(row.summary().sumMs()).isEqualTo(16_000);
            assertThat(row.summary().percentileMs(100)).isBetween(9_900L, 10_100L);
        });
    }

    @Test
    void aPartThatIsHeardTwiceCountsOnce() {
        // Given
        hear(of(leadTime(SHOP, "shop"), 1_000));

        // When
        hear(of(leadTime(SHOP, "shop"), 1_000));

        // Then
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.summary().count()).isEqualTo(1));
    }

    @Test
    void aRevisedPartTakesItsOldSelfBack() {
        // Given
        hear(of(leadTime(SHOP, "shop"), 1_000, 2_000));

        // When
        hear(of(leadTime(SHOP, "shop"), 5_000));

        // Then
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.summary().sumMs()).isEqualTo(5_000));
    }

    @Test
    void aRepositoryThatLeavesTakesItsPastAlong() {
        // Given
        hear(of(leadTime(SHOP, "shop"), 1_000));

        // When
        rollUps.apply(Part.of(PAYMENTS, leadTime(SHOP, "shop"), null));

        // Then
        assertThat(rows()).isEmpty();
    }

    @Test
    void aDeployOfSeveralRepositoriesCountsOnceAndItsDayOnce() {
        // Given
        hear(deployments(Kind.DEPLOYMENTS, SHOP, 2));
        hear(deployments(Kind.DEPLOYMENTS, TILL, 1));

        // When
        hear(deployments(Kind.SHARED_DEPLOYMENTS, TILL, 1));

        // Then
        assertThat(rows())
                .filteredOn(row -> row.key().window() == Window.DAY)
                .singleElement()
                .satisfies(row -> assertThat(row.sums()).isEqualTo(Map.of("deployments", 2L, "deploy_days", 1L)));
    }

    @Test
    void whatIsTakenOffBeforeAllIsAddedIsNotLost() {
        // Given
        hear(recovered(Kind.DEPLOYMENTS, SHOP, 1_000));
        hear(recovered(Kind.SHARED_DEPLOYMENTS, TILL, 5_000));

        // When
        hear(recovered(Kind.DEPLOYMENTS, TILL, 5_000));

        // Then
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.summary().sumMs()).isEqualTo(1_000));
    }

    @Test
    void onlyTheRowForAllWorkflowsIsAdded() {
        // Given
        WindowKey ci =
                new WindowKey(Kind.MAIN_BRANCH, Scope.REPOSITORY, SHOP, List.of("ci", "streamgauge"), Window.DAY, 0);

        // When
        Part part = Part.of(PAYMENTS, ci, of(ci));

        // Then
        assertThat(part).isNull();
    }

    @Test
    void theOrderInWhichPartsAreHeardIsNoMatter() {
        // Given
        List<WindowSums> parts = new ArrayList<>(List.of(
                of(leadTime(SHOP, "shop"), 1_000, 2_000),
                of(leadTime(TILL, "till"), 3_000),
                deployments(Kind.DEPLOYMENTS, SHOP, 2),
                deployments(Kind.DEPLOYMENTS, TILL, 1),
                deployments(Kind.SHARED_DEPLOYMENTS, TILL, 1)));
        parts.forEach(this::hear);
        RollUpsTest shuffled = new RollUpsTest();

        // When
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(parts, new Random(seed));
            parts.forEach(shuffled::hear);
        }

        // Then
        assertThat(shuffled.rows()).isEqualTo(rows());
    }
}
