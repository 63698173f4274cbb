package dev.streamgauge.oracle.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.oracle.OracleSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections 11.17 to 11.19. */
class DeployExamplesTest {

    private static final Example TEAMS = Example.of("teams");

    @Test
    void everySuccessfulDeployHasAKind() {
        // Given
        Table table = Docs.table("11.17", 1);

        // When
        List<String> told = Example.of("kinds").told("deploys", table.fields());

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    @Test
    void aWeekCountsEachKindAndItsDays() {
        // Given
        Table table = Docs.table("11.17", 2);

        // When
        List<String> told = Example.of("kinds").windows("week").told("deployments", table.fields());

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    @Test
    void anIncidentIsAttributedByTheFirstRuleThatFindsADeploy() {
        // Given
        Table table = Docs.table("11.18", 1);

        // When
        List<String> told = Example.of("failures").told("incidents", table.fields());

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    @Test
    void aFailureSaysHowItIsKnownAndHowItRecovered() {
        // Given
        Table table = Docs.table("11.18", 2);

        // When
        List<String> told = Example.of("failures").told("deploys", table.fields());

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    @Test
    void theFailureRateLeavesOutRemediations() {
        // Given
        Table table = Docs.table("11.18", 3);

        // When
        List<String> told = day(Example.of("failures"), table);

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    @Test
    void withAWindowAnIncidentThatNamesNothingIsPutDownToTheLastDeployment() {
        // Given
        Table table = Docs.table("11.18", 4);
        OracleSettings settings = OracleSettings.DEFAULTS.withFailureWindow(Duration.ofHours(24));

        // When
        List<String> told = day(Example.of("failures").by(settings), table);

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    private static List<String> day(Example example, Table table) {
        return example.day().where("service", "failures").told("deployments", table.fields());
    }

    @Test
    void aDeployOfTwoRepositoriesCountsInTheSmallestOfTheirNames() {
        // Given
        Table table = Docs.table("11.19", 1);

        // When
        List<String> told = TEAMS.told("deploys", table.fields());

        // Then
        assertThat(told).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void aRepositoryThatMovesTakesItsPastAlong() {
        // Given
        Table moved = Docs.table("11.19", 2);
        Table before = Docs.table("11.19", 3);

        // When
        List<String> after = TEAMS.where("window", "day").told("deployments", moved.fields());
        List<String> stayed = TEAMS.without("T12:30:00Z")
                .where("window", "day")
                .where("scope", "team")
                .told("deployments", before.fields());

        // Then
        assertThat(after).containsExactlyInAnyOrderElementsOf(moved.rows());
        assertThat(stayed).isEqualTo(before.rows());
    }

    @Test
    void aTeamsLeadTimeIsASumAndNoAverageOfAverages() {
        // Given
        Table table = Docs.table("11.19", 4);

        // When
        List<String> told = TEAMS.where("window", "hour")
                .where("window_start", "2026-03-02T11:00:00.000Z")
                .where("metric", "delivery_lead_time")
                .where("ai_evidence", "*")
                .told("lead_time", table.fields());

        // Then
        assertThat(told).containsExactlyInAnyOrderElementsOf(table.rows());
    }
}
