package dev.streamgauge.processors.failures;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

class KindsTest {

    private static Story threeReleases() {
        return Story.of(
                landed(commit("v1")).at("08:00"),
                landed(commit("v2")).at("08:10"),
                landed(commit("v3")).at("08:20"),
                deploy("D1", "v1").at("09:10"),
                deploy("D2", "v2").at("09:20"),
                deploy("D3", "v3").at("09:30"));
    }

    @Test
    void aNewCommitIsARelease() {
        // Given
        Story story = threeReleases();

        // When
        story.then(deploy("D4", "v4").at("09:40"));

        // Then
        assertThat(Told.deploys(story)).containsExactly("D1 release", "D2 release", "D3 release", "D4 release");
    }

    @Test
    void goingBackTwoVersionsMarksTheFirstOfThemAsFailed() {
        // Given
        Story story = threeReleases();

        // When
        story.then(deploy("D4", "v1").at("09:40"));

        // Then
        assertThat(Told.deploys(story))
                .containsExactly(
                        "D1 release",
                        "D2 release, failed by rollback, recovered by rollback D4 09:40",
                        "D3 release",
                        "D4 rollback, remedies by rollback");
    }

    @Test
    void forwardAgainIsARedeploy() {
        // Given
        Story story = threeReleases().then(deploy("D4", "v2").at("09:40"));

        // When
        story.then(deploy("D5", "v3").at("09:50"));

        // Then
        assertThat(Told.deploys(story))
                .containsExactly(
                        "D1 release",
                        "D2 release",
                        "D3 release, failed by rollback, recovered by rollback D4 09:40",
                        "D4 rollback, remedies by rollback",
                        "D5 redeploy");
    }

    @Test
    void goingBackFromARedeployUndoesThatAndNotTheRelease() {
        // Given
        Story story = threeReleases()
                .then(deploy("D4", "v2").at("09:40"), deploy("D5", "v3").at("09:50"));

        // When
        story.then(deploy("D6", "v2").at("10:00"));

        // Then
        assertThat(Told.deploys(story))
                .contains(
                        "D3 release, failed by rollback, recovered by rollback D4 09:40",
                        "D5 redeploy, failed by rollback, recovered by rollback D6 10:00",
                        "D6 rollback, remedies by rollback");
    }

    @Test
    void theSameCommitAgainIsAResyncAndNoDeployment() {
        // Given
        Story story = threeReleases();

        // When
        story.then(
                deploy("D4", "v3").at("09:40"),
                deploy("D5", "v3").at("09:50"),
                deploy("D6", "v2").at("10:00"));

        // Then
        assertThat(Told.deploys(story))
                .containsExactly(
                        "D1 release",
                        "D2 release",
                        "D3 release, failed by rollback, recovered by rollback D6 10:00",
                        "D4 resync",
                        "D5 resync",
                        "D6 rollback, remedies by rollback");
    }

    @Test
    void anOlderCommitThatNeverRanIsAMaintenanceRelease() {
        // Given
        Story story = threeReleases();

        // When
        story.then(pushed(commit("m1").parents("v1")), deploy("D4", "m1").at("09:40"));

        // Then
        assertThat(Told.deploys(story)).contains("D3 release", "D4 out_of_line");
    }

    @Test
    void aNewCommitFromTheSamePlaceIsARelease() {
        // Given
        Story story = threeReleases();

        // When
        story.then(pushed(commit("m1").parents("v3")), deploy("D4", "m1").at("09:40"));

        // Then
        assertThat(Told.deploys(story)).contains("D4 release");
    }

    @Test
    void whereACommitBelongsMayBecomeKnownLater() {
        // Given
        Story story = threeReleases().then(deploy("D4", "m1").at("09:40"));
        assertThat(Told.deploys(story)).contains("D4 release");

        // When
        story.then(pushed(commit("m1").parents("v1")));

        // Then
        assertThat(Told.deploys(story)).contains("D4 out_of_line");
    }

    @Test
    void aDeployThatArrivesLateMayHaveBeenFurtherThanAllThatFollowed() {
        // Given
        Story story = threeReleases().then(landed(commit("v4")).at("08:30"));

        // When
        story.then(deploy("D0", "v4").at("09:15"));

        // Then
        assertThat(Told.deploys(story)).containsExactly("D0 release", "D1 release", "D2 out_of_line", "D3 out_of_line");
    }

    @Test
    void aDeployThatArrivesLateMayHaveRunTheCommitBefore() {
        // Given
        Story story = threeReleases();

        // When
        story.then(deploy("D0", "v3").at("09:05"));

        // Then
        assertThat(Told.deploys(story))
                .containsExactly(
                        "D0 release",
                        "D1 out_of_line, failed by rollback, recovered by rollback D3 09:30",
                        "D2 out_of_line",
                        "D3 rollback, remedies by rollback");
    }

    @Test
    void aSnapshotMayMoveADeployBeforeAnother() {
        // Given
        Story story = threeReleases().then(deploy("D4", "v1").at("09:40"));

        // When
        story.then(deploy("D4", "v1").at("09:15"));

        // Then
        assertThat(Told.deploys(story)).containsExactly("D1 release", "D2 release", "D3 release", "D4 resync");
    }

    @Test
    void onlySuccessfulDeploysHaveAKind() {
        // Given
        Story story = threeReleases();

        // When
        story.then(
                deploy("D4", "v1").outcome("failure").at("09:40"),
                deploy("D5", "v1").outcome("cancelled").at("09:50"),
                deploy("D6", "v1").state("running"));

        // Then
        assertThat(Told.deploys(story))
                .containsExactly("D1 release", "D2 release", "D3 release", "D4 finished", "D5 finished", "D6 running");
    }

    @Test
    void lanesHaveHistoriesOfTheirOwn() {
        // Given
        Story story = threeReleases();

        // When
        story.then(deploy("D4", "v1").to("shop", "staging").at("09:40"));

        // Then
        assertThat(story.rows(Failures.VERDICTS))
                .extracting(Verdict::kind)
                .containsOnly(Kind.RELEASE)
                .hasSize(4);
    }
}
