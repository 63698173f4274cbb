package dev.streamgauge.processors.deliveries;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Deployed;
import dev.streamgauge.processors.testkit.Reviewed;
import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

/** Where the time of a change went: coding, pickup, review, merge, integration, deploy wait, deploy run. */
class StageStoriesTest {

    /** Main and its lane begin at 08:00. */
    private static Story begun() {
        return Story.of(landed(commit("a1")).at("08:00"), deploy("D0", "a1").at("08:10"));
    }

    private static Reviewed reviewed() {
        return request("7")
                .author("ann")
                .ready("10:00")
                .reviewed("10:20", "bob", "human", "commented")
                .reviewed("10:50", "bob", "human", "approved");
    }

    private static Deployed deployed() {
        return deploy("D1", "c7").started("12:00").at("12:10");
    }

    @Test
    void aChangeThatTakesEachStepOccursInEachStage() {
        // Given
        Story story = begun().then(reviewed().enqueued("10:55"));

        // When
        story.then(
                landed(commit("c7").names("7").authored("09:00")).at("11:00"),
                build("1", "c7").at("11:15"),
                deployed().requested("11:20").approved("11:50"));

        // Then
        assertThat(story.stages()).containsExactly("#7 60m 20m 30m 10m 15m 45m 10m, queue 5m, approval 30m");
    }

    @Test
    void withoutAReviewTheChangeWasInPickupUntilItLanded() {
        // Given
        Story story = begun().then(request("7").author("ann").ready("10:00"));

        // When
        story.then(
                landed(commit("c7").names("7").authored("09:00")).at("11:00"),
                build("1", "c7").at("11:15"),
                deployed());

        // Then
        assertThat(story.stages()).containsExactly("#7 60m 60m - - 15m 45m 10m, queue -, approval -");
    }

    @Test
    void aDirectPushWasInCodingUntilItLanded() {
        // Given
        Story story = begun();

        // When
        story.then(
                landed(commit("c7").authored("09:00")).at("11:00"),
                build("1", "c7").at("11:15"),
                deployed());

        // Then
        assertThat(story.stages()).containsExactly("@c7 120m - - - 15m 45m 10m, queue -, approval -");
    }

    @Test
    void anApprovalAfterTheLandingDoesNotCount() {
        // Given
        Story story = begun().then(request("7")
                .author("ann")
                .ready("10:00")
                .reviewed("10:20", "bob", "human", "commented")
                .reviewed("11:01", "bob", "human", "approved"));

        // When
        story.then(
                landed(commit("c7").names("7").authored("09:00")).at("11:00"),
                build("1", "c7").at("11:15"),
                deployed());

        // Then
        assertThat(story.stages()).containsExactly("#7 60m 20m 40m - 15m 45m 10m, queue -, approval -");
    }

    @Test
    void aDeployThatDidNotWaitForGreenEndedIntegration() {
        // Given
        Story story = begun().then(reviewed());

        // When
        story.then(
                landed(commit("c7").names("7").authored("09:00")).at("11:00"),
                deployed(),
                build("1", "c7").at("12:05"));

        // Then
        assertThat(story.stages()).containsExactly("#7 60m 20m 30m 10m 60m - 10m, queue -, approval -");
    }

    @Test
    void withoutAnyGreenBuildIntegrationLastsUntilTheDeploy() {
        // Given
        Story story = begun().then(reviewed());

        // When
        story.then(landed(commit("c7").names("7").authored("09:00")).at("11:00"), deployed());

        // Then
        assertThat(story.stages()).containsExactly("#7 60m 20m 30m 10m 60m - 10m, queue -, approval -");
    }

    @Test
    void aDeployWhoseBeginningNobodyKnowsDidNotRun() {
        // Given
        Story story = begun().then(reviewed());

        // When
        story.then(
                landed(commit("c7").names("7").authored("09:00")).at("11:00"),
                build("1", "c7").at("11:15"),
                deploy("D1", "c7").at("12:10"));

        // Then
        assertThat(story.stages()).containsExactly("#7 60m 20m 30m 10m 15m 55m -, queue -, approval -");
    }

    @Test
    void aChangeThatIsDeliveredBeforeItLandsEndsWithTheDelivery() {
        // Given
        Story story =
                begun().then(pushed(commit("e7").authored("09:00")), reviewed().head("e7"));

        // When
        story.then(
                deploy("D1", "e7").started("10:30").at("10:40"),
                landed(commit("c7").names("7")).at("11:00"));

        // Then
        assertThat(story.deliveries()).contains("#7 D1 owned_sha before_landing 100m");
        assertThat(story.stages()).containsExactly("#7 60m 20m 10m - - - 10m, queue -, approval -");
    }

    @Test
    void aChangeThatWasReadyOnlyAfterItLandedWasInCodingUntilThen() {
        // Given
        Story story = begun().then(request("7").author("ann").ready("11:30"));

        // When
        story.then(
                landed(commit("c7").names("7").authored("09:00")).at("11:00"),
                build("1", "c7").at("11:15"),
                deployed());

        // Then
        assertThat(story.stages()).containsExactly("#7 120m - - - 15m 45m 10m, queue -, approval -");
    }

    @Test
    void withoutAChangeLeadTimeThereAreNoStages() {
        // Given
        Story story = begun().then(reviewed());

        // When
        story.then(landed(commit("c7").names("7").authored("11:06")).at("11:00"), deployed());

        // Then
        assertThat(story.deliveries()).contains("#7 D1 owned_sha 70m clock_skew");
        assertThat(story.stages()).isEmpty();
    }

    @Test
    void aFirstAuthorDateWithinTheToleranceIsClampedToTheLanding() {
        // Given
        Story story = begun().then(reviewed());

        // When
        story.then(
                landed(commit("c7").names("7").authored("11:05")).at("11:00"),
                build("1", "c7").at("11:15"),
                deployed());

        // Then
        assertThat(story.stages()).containsExactly("#7 0m 0m 0m 0m 15m 45m 10m, queue -, approval -");
    }

    @Test
    void anApprovalThatIsNotGivenLastsUntilTheDeployBegins() {
        // Given
        Story story = begun().then(
                        landed(commit("c7").authored("09:00")).at("11:00"),
                        build("1", "c7").at("11:15"));

        // When
        story.then(deployed().requested("11:40"));

        // Then
        assertThat(story.stages()).containsExactly("@c7 120m - - - 15m 45m 10m, queue -, approval 20m");
    }

    @Test
    void aLateSnapshotOfTheDeployCorrectsTheStagesOfAllThatItDelivered() {
        // Given
        Story story = begun().then(
                        landed(commit("b1").authored("09:00")).at("09:30"),
                        landed(commit("c7").authored("09:00")).at("11:00"),
                        build("1", "c7").at("11:15"),
                        deploy("D1", "c7").at("12:10"));

        // When
        story.then(deploy("D1", "c7").state("running").started("12:00").requested("11:45"));

        // Then
        assertThat(story.stages())
                .containsExactly(
                        "@b1 30m - - - 105m 45m 10m, queue -, approval 15m",
                        "@c7 120m - - - 15m 45m 10m, queue -, approval 15m");
    }
}
