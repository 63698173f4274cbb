package dev.streamgauge.oracle.devlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which successful deployment each one replaced. */
class PreviousDeploymentsTest {

    @TempDir
    Path folder;

    @Test
    void theOrderIsThatOfTheFinishAndNotOfTheStart() {
        // Given: b started last, and finished first
        Tables tables = Tables.in(folder)
                .deployments(
                        "a,SUCCESS,9:00:00,9:30:00,,1", "b,SUCCESS,9:10:00,9:20:00,,2", "c,SUCCESS,9:05:00,9:40:00,,3");

        // When
        List<String> told = tables.told(Question.PREVIOUS_DEPLOYMENTS, "id", "prev_success_deployment_commit_id");

        // Then
        assertThat(told).containsExactly("a b", "b -", "c a");
    }

    @Test
    void whatFailedOrHasNotFinishedIsPassedOverAndKeepsWhatItHad() {
        // Given
        Tables tables = Tables.in(folder)
                .deployments(
                        "a,SUCCESS,9:00:00,9:10:00,,1",
                        "b,FAILURE,9:20:00,9:30:00,x,2",
                        "c,SUCCESS,9:40:00,,y,3",
                        "d,SUCCESS,9:50:00,9:59:00,z,4");

        // When
        List<String> told = tables.told(Question.PREVIOUS_DEPLOYMENTS, "id", "prev_success_deployment_commit_id");

        // Then
        assertThat(told).containsExactly("a -", "b x", "c y", "d a");
    }
}
