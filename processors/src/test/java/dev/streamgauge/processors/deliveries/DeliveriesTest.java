package dev.streamgauge.processors.deliveries;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    /** Four requests land on main (docs/metrics.md, 7.1). */
    private static Story fourLandings() {
        return Story.of(
                landed(commit("a1").names("1").authored("08:00")).at("09:00"),
                landed(commit("b1").names("2").authored("08:30")).at("09:30"),
                landed(commit("c1").names("3").authored("09:15")).at("10:00"),
                landed(commit("d1").names("4").authored("09:40")).at("11:00"));
    }

    @Test
    void theFirstDeployDeliversOnlyWhatOwnsItsCommit() {
        // Given
        Story story = fourLandings();

        // When
        story.then(deploy("D1", "b1").at("09:45"));

        // Then
        assertThat(story.deliveries()).containsExactly("#1 baseline", "#2 D1 owned_sha 15m 75m");
    }

    @Test
    void theNextDeployDeliversAllThatLandedSince() {
        // Given
        Story story = fourLandings().then(deploy("D1", "b1").at("09:45"));

        // When
        story.then(deploy("D2", "d1").at("11:10"));

        // Then
        assertThat(story.deliveries())
                .containsExactly(
                        "#1 baseline", "#2 D1 owned_sha 15m 75m", "#3 D2 position 70m 115m", "#4 D2 owned_sha 10m 90m");
    }

    @Test
    void aRollbackAndTheWayForwardAgainDeliverNothing() {
        // Given
        Story story = fourLandings()
                .then(deploy("D1", "b1").at("09:45"), deploy("D2", "d1").at("11:10"));
        var before = story.deliveries();

        // When
        story.then(deploy("D3", "c1").at("11:30"), deploy("D4", "d1").at("12:00"));

        // Then
        assertThat(story.deliveries()).isEqualTo(before);
    }

    @Test
    void aFirstDeployThatArrivesLastTakesTheBaselineBack() {
        // Given
        Story story = fourLandings()
                .then(deploy("D1", "b1").at("09:45"), deploy("D2", "d1").at("11:10"));

        // When
        story.then(deploy("D0", "a1").at("09:10"));

        // Then
        assertThat(story.deliveries())
                .containsExactly(
                        "#1 D0 owned_sha 10m 70m",
                        "#2 D1 owned_sha 15m 75m",
                        "#3 D2 position 70m 115m",
                        "#4 D2 owned_sha 10m 90m");
    }

    @Test
    void aFirstDeployFurtherOnMainThatArrivesLastMakesMoreBaseline() {
        // Given
        Story story = fourLandings()
                .then(deploy("D1", "a1").at("09:45"), deploy("D2", "d1").at("11:10"));

        // When
        story.then(deploy("D0", "c1").at("09:40"));

        // Then
        assertThat(story.deliveries())
                .containsExactly(
                        "#1 D1 owned_sha 45m 105m",
                        "#2 baseline",
                        "#3 D0 owned_sha before_landing 25m",
                        "#4 D2 owned_sha 10m 90m");
    }

    @Test
    void anOldCommitDeliversWhatOwnsItAndWasNotDeliveredBefore() {
        // Given
        Story story = fourLandings().then(deploy("D1", "c1").at("10:10"));

        // When
        story.then(deploy("D2", "a1").at("10:20"));

        // Then
        assertThat(story.deliveries())
                .containsExactly("#1 D2 owned_sha 80m 140m", "#2 baseline", "#3 D1 owned_sha 10m 55m");
    }

    @Test
    void aFailedDeployDeliversNothing() {
        // Given
        Story story = fourLandings();

        // When
        story.then(
                deploy("D1", "b1").outcome("failure").at("09:45"),
                deploy("D2", "c1").outcome("cancelled").at("10:45"),
                deploy("D3", "d1").state("running").at("11:10"));

        // Then
        assertThat(story.deliveries()).isEmpty();
    }

    @Test
    void aSecondAttemptThatSucceedsDelivers() {
        // Given
        Story story = fourLandings().then(deploy("D1", "b1").outcome("failure").at("09:45"));

        // When
        story.then(deploy("D1", "b1").attempt(2).at("09:55"));

        // Then
        assertThat(story.deliveries()).containsExactly("#1 baseline", "#2 D1 owned_sha 25m 85m");
    }

    @Test
    void aDeployThatAnotherSnapshotMovesEarlierDeliversEarlier() {
        // Given
        Story story = fourLandings()
                .then(deploy("D0", "a1").at("09:10"), deploy("D1", "b1").at("09:45"));

        // When
        story.then(deploy("D1", "b1").at("09:40"));

        // Then
        assertThat(story.deliveries()).containsExactly("#1 D0 owned_sha 10m 70m", "#2 D1 owned_sha 10m 70m");
    }

    @Test
    void anOwnedCommitPrevailsOverThePositionOfALaterDeploy() {
        // Given
        Story story = fourLandings()
                .then(request("3").head("e3"), pushed(commit("e3").parents("a1").authored("09:20")));

        // When
        story.then(
                deploy("D0", "a1").at("09:10"),
                deploy("D1", "e3").at("10:05"),
                deploy("D2", "d1").at("11:10"));

        // Then
        assertThat(story.deliveries())
                .containsExactly(
                        "#1 D0 owned_sha 10m 70m",
                        "#2 D2 position 100m 160m",
                        "#3 D1 owned_sha 5m 50m",
                        "#4 D2 owned_sha 10m 90m");
    }

    @Test
    void anEarlierDeployByPositionPrevailsOverALaterOneOfAnOwnedCommit() {
        // Given
        Story story = fourLandings()
                .then(deploy("D0", "a1").at("09:10"), deploy("D1", "c1").at("10:05"));

        // When
        story.then(deploy("D2", "b1").at("10:30"));

        // Then
        assertThat(story.deliveries()).contains("#2 D1 position 35m 95m");
    }

    @Test
    void lanesKnowNothingOfEachOther() {
        // Given
        Story story = fourLandings().then(deploy("P1", "a1").at("09:10"));

        // When
        story.then(
                deploy("S1", "b1").to("shop", "staging").at("09:35"),
                deploy("S2", "c1").to("shop", "staging").at("10:05"),
                deploy("W1", "d1").to("worker", "production").at("11:10"));

        // Then
        assertThat(story.deliveries()).containsExactly("#1 P1 owned_sha 10m 70m");
        assertThat(story.deliveries(new Lane("shop", "staging")))
                .containsExactly("#1 baseline", "#2 S1 owned_sha 5m 65m", "#3 S2 owned_sha 5m 50m");
        assertThat(story.deliveries(new Lane("worker", "production")))
                .containsExactly("#1 baseline", "#2 baseline", "#3 baseline", "#4 W1 owned_sha 10m 90m");
    }

    @Test
    void aChangeMayLandAfterTheDeployArrived() {
        // Given
        Story story =
                Story.of(deploy("D0", "a1").at("09:10"), deploy("D2", "d1").at("11:10"));

        // When
        story.then(
                landed(commit("d1").names("4").authored("09:40")).at("11:00"),
                landed(commit("b1").names("2").authored("08:30")).at("09:30"),
                landed(commit("a1").names("1").authored("08:00")).at("09:00"));

        // Then
        assertThat(story.deliveries())
                .containsExactly("#1 D0 owned_sha 10m 70m", "#2 D2 position 100m 160m", "#4 D2 owned_sha 10m 90m");
    }

    @Test
    void aDeployOfAMergedBranchCommitBelongsToItsChange() {
        // Given
        Story story = Story.of(
                landed(commit("a1").names("1")).at("09:00"), deploy("D0", "a1").at("09:10"));

        // When
        story.then(
                deploy("D1", "e1").at("09:50"),
                landed(commit("e1").authored("09:20"), commit("m1").names("2")).at("09:40"));

        // Then
        assertThat(story.deliveries()).contains("#2 D1 owned_sha 10m 30m");
        assertThat(story.deploys()).containsExactly("D0 on_main a1", "D1 owned");
    }

    @Test
    void aDirectPushThatARequestClaimsIsNoLongerDelivered() {
        // Given
        Story story = Story.of(
                landed(commit("d1").authored("08:30")).at("09:00"),
                deploy("D1", "d1").at("09:10"));

        // When
        story.then(request("1").merged("d1").at("09:00"));

        // Then
        assertThat(story.deliveries()).containsExactly("#1 D1 owned_sha 10m 40m");
    }

    @Test
    void namesAreComparedByTheirBytes() {
        // Given
        Story story = fourLandings().then(deploy("D0", "a1").at("09:10"));

        // When
        story.then(deploy("😀", "b1").at("09:45"), deploy("～", "b1").at("09:45"));

        // Then
        assertThat(story.deliveries()).contains("#2 ～ owned_sha 15m 75m");
    }

    @Test
    void ofTwoDeploysOfTheSameInstantTheSmallerNameDelivers() {
        // Given
        Story story = fourLandings().then(deploy("D0", "a1").at("09:10"));

        // When
        story.then(deploy("D9", "b1").at("09:45"), deploy("D10", "b1").at("09:45"));

        // Then
        assertThat(story.deliveries()).contains("#2 D10 owned_sha 15m 75m");
    }
}
