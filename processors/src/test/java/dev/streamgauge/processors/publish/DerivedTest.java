package dev.streamgauge.processors.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.aggregates.v1.Deployments;
import dev.streamgauge.aggregates.v1.Flow;
import dev.streamgauge.aggregates.v1.MainBranch;
import dev.streamgauge.aggregates.v1.TimeToGreen;
import dev.streamgauge.processors.aggregates.Summary;
import dev.streamgauge.processors.aggregates.Sums;
import dev.streamgauge.processors.aggregates.Window;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.store.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DerivedTest {

    private static WindowKey key(Kind kind, Window window, String... dimensions) {
        return new WindowKey(kind, Scope.REPOSITORY, "example.org/shop", List.of(dimensions), window, 0);
    }

    private static Object published(WindowKey key, Map<String, Long> sums, Map<String, Long> baseline) {
        WindowSums row = new WindowSums(key, Map.of(WindowSums.ONLY, new Sums(Summary.EMPTY, sums)), baseline);
        return PublicWindow.of(new Revision<>(null, row, 1), Instant.EPOCH)
                .get(0)
                .current()
                .value();
    }

    @Test
    void ratesOfMainAndWhatRetriesHide() {
        // Given
        Map<String, Long> sums = Map.of("successes", 3L, "failures", 1L, "commits", 2L, "green_commits", 1L);

        // When
        MainBranch row = (MainBranch) published(key(Kind.MAIN_BRANCH, Window.DAY, "ci", "streamgauge"), sums, Map.of());

        // Then
        assertThat(row.getCount()).isEqualTo(4);
        assertThat(row.getRunSuccessRate()).isEqualTo(0.75);
        assertThat(row.getCommitGreenRate()).isEqualTo(0.5);
        assertThat(row.getRerunTax()).isEqualTo(-0.25);
    }

    @Test
    void circleCiCountsAllButWhatWasCancelled() {
        // Given
        Map<String, Long> sums = Map.of("count", 4L, "successes", 3L, "excluded_cancelled", 2L);

        // When
        MainBranch row = (MainBranch) published(key(Kind.MAIN_BRANCH, Window.DAY, "ci", "circleci"), sums, Map.of());

        // Then
        assertThat(row.getFailures()).isEqualTo(1);
        assertThat(row.getRunSuccessRate()).isEqualTo(0.75);
        assertThat(row.getRerunTax()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"HOUR", "DAY", "WEEK"})
    void theRedShareIsThatOfTheWindow(Window window) {
        // Given
        WindowKey key = key(Kind.TIME_TO_GREEN, window, "ci", "streamgauge");

        // When
        TimeToGreen row = (TimeToGreen) published(key, Map.of("red_ms", 900_000L), Map.of());

        // Then
        assertThat(row.getRedShare()).isEqualTo(900_000.0 / window.lengthMs());
    }

    @Test
    void episodesOfAllWorkflowsMayOverlapSoTheyHaveNoShare() {
        // Given
        WindowKey key = key(Kind.TIME_TO_GREEN, Window.DAY, "*", "streamgauge");

        // When
        TimeToGreen row = (TimeToGreen) published(key, Map.of("excluded_open", 1L), Map.of());

        // Then
        assertThat(row.getRedMs()).isNull();
        assertThat(row.getRedShare()).isNull();
    }

    @Test
    void failureAndReworkAreRatesOfDeployments() {
        // Given
        Map<String, Long> sums =
                Map.of("deployments", 10L, "code_deployments", 8L, "failed", 2L, "remediations", 1L, "deploy_days", 1L);

        // When
        Deployments row =
                (Deployments) published(key(Kind.DEPLOYMENTS, Window.DAY, "shop", "production"), sums, Map.of());

        // Then
        assertThat(row.getChangeFailureRate()).isEqualTo(0.25);
        assertThat(row.getReworkRate()).isEqualTo(0.1);
        assertThat(row.getDeployDays()).isEqualTo(1);
        assertThat(row.getRecoveryMeanMs()).isNull();
    }

    @Test
    void theBottleneckIsTheGreatestStageAndItsRemovalHasABound() {
        // Given
        Map<String, Long> sums = Map.of("coding_ms", 25L, "review_ms", 75L, "total_ms", 100L);
        Map<String, Long> baseline = Map.of("coding_ms", 60L, "review_ms", 40L, "total_ms", 100L);

        // When
        Flow row = (Flow) published(key(Kind.FLOW, Window.WEEK, "shop", "production", "*"), sums, baseline);

        // Then
        assertThat(row.getBottleneck()).isEqualTo("review");
        assertThat(row.getAmdahlBound()).isEqualTo(4);
        assertThat(row.getShiftedStage()).isEqualTo("review");
        assertThat(row.getBottleneckShift()).isEqualTo(0.75 - 0.4);
        assertThat(row.getCodingShare()).isEqualTo(0.25);
        assertThat(row.getPickupShare()).isZero();
    }

    @Test
    void whereNoShareGrewNoStageIsNamed() {
        // Given
        Map<String, Long> sums = Map.of("coding_ms", 30L, "review_ms", 60L, "total_ms", 90L);
        Map<String, Long> baseline = Map.of("coding_ms", 10L, "review_ms", 20L, "total_ms", 30L);

        // When
        Flow row = (Flow) published(key(Kind.FLOW, Window.WEEK, "shop", "production", "*"), sums, baseline);

        // Then
        assertThat(row.getBottleneckShift()).isZero();
        assertThat(row.getShiftedStage()).isNull();
        assertThat(row.getShareShift()).isNull();
    }

    @Test
    void aStageThatIsEverythingHasNoBound() {
        // Given
        Map<String, Long> sums = Map.of("merge_ms", 5L, "total_ms", 5L);

        // When
        Flow row = (Flow) published(key(Kind.FLOW, Window.WEEK, "shop", "production", "*"), sums, Map.of());

        // Then
        assertThat(row.getBottleneckShare()).isEqualTo(1);
        assertThat(row.getAmdahlBound()).isNull();
        assertThat(row.getBottleneckShift()).isNull();
    }
}
