package dev.streamgauge.oracle.devlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commits between two deployments. */
class CommitsDiffsTest {

    private static final String[] COLUMNS = {"new_commit_sha", "old_commit_sha", "commit_sha", "sorting_index"};

    @TempDir
    Path folder;

    @Test
    void theWalkGoesDepthFirstThroughTheParentsAsTheyAreTold() {
        // Given: a merge m of two lines, b over a and d over c, which both left from o
        Tables tables = history("m,b", "m,d", "b,a", "a,o", "d,c", "c,o", "o,n")
                .deployments("1,SUCCESS,9:00:00,9:10:00,,o", "2,SUCCESS,9:20:00,9:30:00,1,m");

        // When
        List<String> told = tables.told(Question.COMMITS_DIFFS, COLUMNS);

        // Then
        assertThat(told)
                .contains("m o m 1", "m o b 2", "m o a 3", "m o d 4", "m o c 5")
                .hasSize(5 + 2);
    }

    @Test
    void aCommitThatIsReachedTwiceIsMetByTheFirstWay() {
        // Given: the second parent of m is also the grandparent by the first, and then comes further down
        Tables tables = history("m,b", "m,a", "b,c", "c,a", "a,z").deployments("1,SUCCESS,9:00:00,9:10:00,,m");

        // When
        List<String> told = tables.told(Question.COMMITS_DIFFS, "commit_sha", "sorting_index");

        // Then
        assertThat(told).containsExactlyInAnyOrder("m 1", "b 2", "c 3", "a 4", "z 5");
    }

    @Test
    void aRollbackBringsNothingButItsPairIsFinished() {
        // Given
        Tables tables = history("b,a").deployments("1,SUCCESS,9:00:00,9:10:00,,b", "2,SUCCESS,9:20:00,9:30:00,1,a");

        // When
        List<String> told = tables.told(Question.COMMITS_DIFFS, COLUMNS);

        // Then
        assertThat(told).containsExactlyInAnyOrder("b - b 1", "b - a 2");
        assertThat(tables.told(Question.FINISHED_COMMITS_DIFFS, "new_commit_sha", "old_commit_sha"))
                .containsExactlyInAnyOrder("b -", "a b");
    }

    @Test
    void theParentsOfACommitThatTheRepositoriesDoNotHoldAreNotKnown() {
        // Given
        Tables tables = history("b,a", "a,o")
                .write("repo_commits", "repo_id,commit_sha", "r,b", "other,a")
                .deployments("1,FAILURE,9:00:00,9:10:00,,b");

        // When
        List<String> told = tables.told(Question.COMMITS_DIFFS, "commit_sha");

        // Then: b's parent a is, and a's is not; that the deployment failed makes no difference
        assertThat(told).containsExactlyInAnyOrder("b", "a");
    }

    private Tables history(String... parents) {
        String[] known = List.of(parents).stream()
                .map(pair -> "r," + pair.split(",", -1)[0])
                .distinct()
                .toArray(String[]::new);
        return Tables.in(folder)
                .write("commit_parents", "commit_sha,parent_commit_sha", parents)
                .write("repo_commits", "repo_id,commit_sha", known);
    }
}
