package dev.streamgauge.oracle.devlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.oracle.OracleException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stages and the cycle time of a merged request. */
class ProjectPrMetricsTest {

    private static final String[] MINUTES = {
        "pr_coding_time", "pr_pickup_time", "pr_review_time", "pr_deploy_time", "pr_cycle_time"
    };

    @TempDir
    Path folder;

    @Test
    void eachPartIsRoundedUpByItself() {
        // Given: one minute and one second in each part
        Tables tables = request("8:00:00", "me", "8:01:01", "8:03:03")
                .write(
                        "pull_request_comments",
                        "id,pull_request_id,created_date,account_id",
                        "v,pr,2026-3-2 8:02:02,you")
                .deployments("1,SUCCESS,7:00:00,7:00:01,,o", "2,SUCCESS,8:03:30,8:04:04,1,n");

        // When
        List<String> told = tables.told(Question.PROJECT_PR_METRICS, MINUTES);

        // Then: the cycle is 2 + 3 + 2 (opened to merged is 2:02), where the whole is 4:04
        assertThat(told).containsExactly("2 2 2 2 7");
    }

    @Test
    void aPartThatRunsBackwardsByAMinuteHasNoValueAndByLessIsZero() {
        // Given: written 59 seconds after it was opened; delivered a minute before it was merged
        Tables tables = request("8:00:59", "me", "8:00:00", "8:10:00")
                .deployments("1,SUCCESS,7:00:00,7:00:01,,o", "2,SUCCESS,8:08:00,8:09:00,1,n");

        // When
        List<String> told = tables.told(Question.PROJECT_PR_METRICS, MINUTES);

        // Then
        assertThat(told).containsExactly("0 - - - 10");
        assertThat(tables.told(Question.PROJECT_PR_METRICS, "deployment_commit_id"))
                .containsExactly("2");
    }

    @Test
    void theDeploymentThatStartedFirstDeliversEvenIfItNeverFinishes() {
        // Given: both hold the commit; 3 is done, 2 is not
        Tables tables = request("8:00:00", "me", "8:00:00", "8:10:00")
                .write("commits_diffs", "new_commit_sha,old_commit_sha,commit_sha", "n,o,merge", "n2,o,merge")
                .deployments(
                        "1,SUCCESS,7:00:00,7:00:01,,o", "2,SUCCESS,8:20:00,,1,n", "3,SUCCESS,8:21:00,8:22:00,1,n2");

        // When
        List<String> told = tables.told(Question.PROJECT_PR_METRICS, "deployment_commit_id", "pr_cycle_time");

        // Then
        assertThat(told).containsExactly("- 10");
    }

    @Test
    void theFirstDeploymentOfALaneDeliversNothing() {
        // Given
        Tables tables = request("8:00:00", "me", "8:00:00", "8:10:00").deployments("2,SUCCESS,8:20:00,8:21:00,,n");

        // When
        List<String> told = tables.told(Question.PROJECT_PR_METRICS, "deployment_commit_id");

        // Then
        assertThat(told).containsExactly("-");
    }

    @Test
    void theAuthorsOwnCommentIsNoReview() {
        // Given
        Tables tables = request("8:00:00", "me", "8:00:00", "8:10:00")
                .write(
                        "pull_request_comments",
                        "id,pull_request_id,created_date,account_id",
                        "v1,pr,2026-3-2 8:01:00,me",
                        "v2,pr,2026-3-2 8:02:00,a-bot",
                        "v3,pr,2026-3-2 8:03:00,you");

        // When
        List<String> told = tables.told(Question.PROJECT_PR_METRICS, "first_review_id");

        // Then
        assertThat(told).containsExactly("v2");
    }

    @Test
    void aMissingTableIsNamed() {
        // Given
        DevLake empty = DevLake.over(folder);

        // When, Then
        assertThatThrownBy(() -> empty.answer(Question.PROJECT_PR_METRICS, "p"))
                .isInstanceOf(OracleException.class)
                .hasMessageContaining("project_mapping.csv");
    }

    /** A request with one commit and no comment; what merged it is one of the commits that the deployed n has over o. */
    private Tables request(String written, String author, String created, String merged) {
        return Tables.in(folder)
                .write(
                        "pull_requests",
                        "id,base_repo_id,author_id,merge_commit_sha,created_date,merged_date",
                        "pr,r,%s,merge,2026-3-2 %s,2026-3-2 %s".formatted(author, created, merged))
                .write(
                        "pull_request_commits",
                        "commit_sha,pull_request_id,commit_authored_date",
                        "c,pr,2026-3-2 " + written)
                .write("pull_request_comments", "id,pull_request_id,created_date,account_id")
                .write("commits_diffs", "new_commit_sha,old_commit_sha,commit_sha", "n,o,merge")
                .deployments("1,SUCCESS,7:00:00,7:00:01,,o");
    }
}
