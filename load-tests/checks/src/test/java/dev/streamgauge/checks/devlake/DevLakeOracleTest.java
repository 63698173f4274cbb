package dev.streamgauge.checks.devlake;

import static dev.streamgauge.oracle.devlake.Question.COMMITS_DIFFS;
import static dev.streamgauge.oracle.devlake.Question.FINISHED_COMMITS_DIFFS;
import static dev.streamgauge.oracle.devlake.Question.PREVIOUS_DEPLOYMENTS;
import static dev.streamgauge.oracle.devlake.Question.PROJECT_PR_METRICS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.checks.OutsideData;
import dev.streamgauge.oracle.devlake.DevLake;
import dev.streamgauge.oracle.devlake.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Under DevLake's definitions the oracle answers what DevLake's own end-to-end tests expect: every column of every row. */
class DevLakeOracleTest {

    private static final String DEPLOYMENTS = "cicd_deployment_commits";

    private final Path fixtures = OutsideData.folder("devlake");

    @Test
    void theLeadTimesAreThoseThatDevLakeExpects() {
        // Given
        DevLake tables = DevLake.over(fixtures.resolve("change_lead_time"));

        // When, Then
        requireSame(tables, PROJECT_PR_METRICS, "project_pr_metrics", 6);
    }

    @Test
    void thePreviousDeploymentsAreThoseThatDevLakeExpects() {
        // Given
        Path folder = fixtures.resolve("prev_success_deployment_commit");
        DevLake tables = DevLake.over(folder).with(DEPLOYMENTS, folder.resolve("cicd_deployment_commits_before.csv"));

        // When, Then
        requireSame(tables, PREVIOUS_DEPLOYMENTS, "cicd_deployment_commits_after", 16);
    }

    @Test
    void thePreviousDeploymentsOfTheLeadTimeTablesAreThoseThatTheyHold() {
        // Given
        DevLake tables = DevLake.over(fixtures.resolve("change_lead_time"));
        String[] columns = {"id", "prev_success_deployment_commit_id"};

        // When
        List<Map<String, String>> told = tables.answer(PREVIOUS_DEPLOYMENTS, "project1");

        // Then
        assertThat(told)
                .hasSize(16)
                .extracting(row -> List.of(row.get(columns[0]), row.get(columns[1])))
                .containsExactlyInAnyOrderElementsOf(tables.table(DEPLOYMENTS).stream()
                        .map(row -> List.of(row.get(columns[0]), row.get(columns[1])))
                        .toList());
    }

    @Test
    void theCommitsBetweenDeploymentsAreThoseThatDevLakeExpects() {
        // Given
        DevLake tables = DevLake.over(fixtures.resolve("commit_ranges"));

        // When, Then
        requireSame(tables, COMMITS_DIFFS, "commits_diffs", 5);
    }

    @Test
    void thePairsThatWereComparedAreThoseThatDevLakeExpects() {
        // Given
        DevLake tables = DevLake.over(fixtures.resolve("commit_ranges"));

        // When, Then
        requireSame(tables, FINISHED_COMMITS_DIFFS, "_tool_refdiff_finished_commits_diffs", 3);
    }

    /** The number of rows is given too, so that an empty file does not pass for agreement. */
    private static void requireSame(DevLake tables, Question question, String expected, int rows) {
        List<Map<String, String>> told = tables.answer(question, "project1");
        assertThat(told).hasSize(rows).containsExactlyInAnyOrderElementsOf(tables.table(expected));
    }
}
