package dev.streamgauge.processors.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.processors.aggregates.Histogram;
import dev.streamgauge.processors.aggregates.Summary;
import dev.streamgauge.processors.aggregates.Sums;
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
    private final Differences differences = new Differences(tables, 0, () -> "first");

    private static WindowKey leadTime(String repository, String service) {
        List<String> dimensions = List.of(service, "production", "*", "streamgauge");
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
        return WindowSums.of(key, new Sums(new Summary(durations.length, sum, histogram), Map.of()));
    }

    private static WindowSums deployments(Kind kind, String repository, long count) {
        return WindowSums.of(
                lane(kind, repository), new Sums(Summary.EMPTY, Map.of("deployments", count, "deploy_days", 1L)));
    }

    private static WindowSums recovered(Kind kind, String repository, long duration) {
        return of(lane(kind, repository), duration);
    }

    private void hear(WindowSums sums) {
        hear(null, sums);
    }

    private void hear(WindowSums before, WindowSums after) {
        differences.revised(List.of(PAYMENTS), before, after);
        differences.take().forEach(rollUps::apply);
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
            assertThat(row.key().dimensions()).containsExactly("*", "production", "*", "streamgauge");
            assertThat(row.summary().count()).isEqualTo(4);
            assertThat(row.summary().sumMs()).isEqualTo(16_000);
            assertThat(row.summary().percentileMs(100)).isBetween(9_900L, 10_100L);
        });
    }

    @Test
    void aRevisedWindowTakesItsOldSelfBack() {
        // Given
        WindowSums old = of(leadTime(SHOP, "shop"), 1_000, 2_000);
        hear(old);

        // When
        hear(old, of(leadTime(SHOP, "shop"), 5_000));

        // Then
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.summary().sumMs()).isEqualTo(5_000));
    }

    @Test
    void whatOnlyTheRepositoryCountsIsNoNewsToItsTeam() {
        // Given
        WindowSums old = deployments(Kind.DEPLOYMENTS, SHOP, 2);
        WindowSums revised = WindowSums.of(old.key(), new Sums(old.summary(), Map.of("deployments", 2L)));

        // When
        differences.revised(List.of(PAYMENTS), old, revised);

        // Then
        assertThat(differences.take()).isEmpty();
    }

    @Test
    void aRepositoryThatLeavesTakesItsPastAlong() {
        // Given
        WindowSums past = of(leadTime(SHOP, "shop"), 1_000);
        hear(past);

        // When
        hear(past, null);

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
        differences.revised(List.of(PAYMENTS), null, of(ci, 1_000));

        // Then
        assertThat(differences.take()).isEmpty();
    }

    @Test
    void theOrderInWhichWindowsAreRevisedIsNoMatter() {
        // Given
        List<WindowSums> windows = new ArrayList<>(List.of(
                of(leadTime(SHOP, "shop"), 1_000, 2_000),
                of(leadTime(TILL, "till"), 3_000),
                deployments(Kind.DEPLOYMENTS, SHOP, 2),
                deployments(Kind.DEPLOYMENTS, TILL, 1),
                deployments(Kind.SHARED_DEPLOYMENTS, TILL, 1)));
        windows.forEach(this::hear);
        Collections.shuffle(windows, new Random(7));
        RollUpsTest shuffled = new RollUpsTest();

        // When
        windows.forEach(shuffled::hear);

        // Then
        assertThat(shuffled.rows()).isEqualTo(rows());
    }

    @Test
    void whatRepositoriesOfATeamAddToOneRowTravelsTogether() {
        // Given
        differences.revised(List.of(PAYMENTS), null, of(leadTime(SHOP, "shop"), 1_000));
        differences.revised(List.of(PAYMENTS), null, of(leadTime(TILL, "till"), 3_000));

        // When
        List<Part> parts = differences.take();

        // Then
        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.group()).isEqualTo(PAYMENTS);
            assertThat(part.number()).isEqualTo(1);
            assertThat(part.sums().get(0).summary().sumMs()).isEqualTo(4_000);
        });
    }

    @Test
    void yearsOfARepositoryThatMovesTravelInSeveralPartsAndAreAllAdded() {
        // Given
        for (int week = 0; week < 3_000; week++) {
            WindowKey key = leadTime(SHOP, "shop");
            long start = week * Window.WEEK.lengthMs();
            WindowKey moved = new WindowKey(key.kind(), key.scope(), key.name(), key.dimensions(), Window.WEEK, start);
            differences.revised(List.of(PAYMENTS), null, of(moved, 1_000, 2_000, 4_000));
        }

        // When
        List<Part> parts = differences.take();

        // Then
        assertThat(parts).extracting(Part::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(parts).allMatch(part -> part.sums().size() < 1_000);
        parts.forEach(rollUps::apply);
        assertThat(rows()).hasSize(3_000);
    }

    @Test
    void aPartThatIsHeardAgainCountsOnce() {
        // Given
        differences.revised(List.of(PAYMENTS), null, of(leadTime(SHOP, "shop"), 1_000));
        List<Part> first = differences.take();
        first.forEach(rollUps::apply);
        hear(of(leadTime(TILL, "till"), 3_000));

        // When
        first.forEach(rollUps::apply);

        // Then
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.summary().sumMs()).isEqualTo(4_000));
    }

    @Test
    void aSenderThatHasLostItsStateIsNotAddedToWhatItSaidBefore() {
        // Given
        hear(of(leadTime(SHOP, "shop"), 1_000));
        Differences anew = new Differences(new TreeTables(), 0, () -> "second");
        anew.revised(List.of(PAYMENTS), null, of(leadTime(SHOP, "shop"), 1_000));

        // When
        List<Part> parts = anew.take();

        // Then
        assertThat(parts).hasSize(1);
        assertThatThrownBy(() -> parts.forEach(rollUps::apply))
                .hasMessageContaining("partition 0")
                .hasMessageContaining("full replay");
    }

    @Test
    void sendersOfOtherPartitionsCountForThemselves() {
        // Given
        hear(of(leadTime(SHOP, "shop"), 1_000));
        Differences other = new Differences(new TreeTables(), 1, () -> "other");
        other.revised(List.of(PAYMENTS), null, of(leadTime(TILL, "till"), 3_000));

        // When
        other.take().forEach(rollUps::apply);

        // Then
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.summary().sumMs()).isEqualTo(4_000));
    }
}
