package dev.streamgauge.oracle.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.oracle.OracleSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections 11.5, 11.6, 11.14 to 11.16, and 11.22. */
class BuildExamplesTest {

    private static final OracleSettings PROFILES = OracleSettings.DEFAULTS.withProfiles("circleci", "devlake");

    @Test
    void theSuccessRateCountsSuccessesAndFailuresOfMainOnly() {
        // Given
        Table table = Docs.table("11.5", 2);

        // When
        List<String> told = Example.of("main-branch").windows("hour").told("main_branch", table.fields());

        // Then
        assertThat(told).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void anEpisodeLastsInCommitOrder() {
        // Given
        Table table = Docs.table("11.6", 2);

        // When
        List<String> told = Example.of("red-episodes").told("red_episodes", table.fields());

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    @Test
    void theRedShareOfAWindowIsTheTimeInEndedEpisodes() {
        // Given
        Table table = Docs.table("11.6", 3);

        // When
        List<String> told = Example.of("red-episodes")
                .windows("hour", "day")
                .where("workflow", "ci")
                .told("time_to_green", table.fields());

        // Then
        assertThat(told).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void theFirstVerdictOnACommitIsToldApartFromItsReruns() {
        // Given
        Table table = Docs.table("11.14", 2);

        // When
        List<String> told = Example.of("reruns")
                .windows("hour", "day")
                .where("workflow", "ci")
                .told("main_branch", table.fields());

        // Then
        assertThat(told).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void throughputCountsEveryRunByTheClassOfItsBranch() {
        // Given
        Table table = Docs.table("11.15", 1);

        // When
        List<String> told = Example.of("main-branch").day().told("throughput", table.fields());

        // Then
        assertThat(told).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void theTimesOfABuildDoNotOverlap() {
        // Given
        Table table = Docs.table("11.16", 2);

        // When
        List<String> told =
                Example.of("build-times").day().where("workflow", "ci").told("build_times", table.fields());

        // Then
        assertThat(told).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void inCircleCisTermsTheSameBuildsGiveAnotherRate() {
        // Given
        Table table = Docs.table("11.22", 1);

        // When
        List<String> told = Example.of("main-branch")
                .by(PROFILES)
                .day()
                .where("workflow", "ci")
                .told("main_branch", table.fields());

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    @Test
    void inCircleCisTermsEachFailureRecovers() {
        // Given
        Table table = Docs.table("11.22", 3);

        // When
        List<String> told = Example.of("red-episodes")
                .by(PROFILES)
                .day()
                .where("workflow", "ci")
                .told("time_to_green", table.fields());

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    @Test
    void inDevLakesTermsTheSameRequestsHaveOtherParts() {
        // Given
        Table table = Docs.table("11.22", 4);

        // When
        List<String> told = Example.of("stages")
                .by(PROFILES)
                .day()
                .where("profile", "devlake")
                .told("lead_time", table.fields());

        // Then
        assertThat(told).containsExactlyInAnyOrderElementsOf(table.rows());
    }
}
