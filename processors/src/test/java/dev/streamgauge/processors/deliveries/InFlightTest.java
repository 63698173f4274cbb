package dev.streamgauge.processors.deliveries;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.testkit.Story;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What has landed and is not in production yet, and how the lanes stand. */
class InFlightTest {

    /** Two changes have landed since the lane's first deploy. */
    private static Story waiting() {
        return Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                deploy("D0", "a1").at("09:10"),
                landed(commit("b1").names("2")).at("09:30"),
                landed(commit("c1").names("3")).at("10:00"));
    }

    @Test
    void aLandedChangeIsInIntegrationUntilMainIsGreen() {
        // Given
        Story story = waiting();

        // When
        story.then(build("1", "b1").at("09:45"));

        // Then
        assertThat(story.inFlight()).containsExactly("#2 deploy_wait 09:45", "#3 integration 10:00");
    }

    @Test
    void aGreenBuildOfALaterLandingWillDo() {
        // Given
        Story story = waiting().then(build("1", "b1").failed().at("09:45"));

        // When
        story.then(build("2", "c1").at("10:15"));

        // Then
        assertThat(story.inFlight()).containsExactly("#2 deploy_wait 10:15", "#3 deploy_wait 10:15");
    }

    @Test
    void aGreenBuildThatTurnsOutToBeElsewhereIsTakenBack() {
        // Given
        Story story = waiting().then(build("1", "c1").at("10:15"));

        // When
        story.then(build("1", "b1").at("10:15"));

        // Then
        assertThat(story.inFlight()).containsExactly("#2 deploy_wait 10:15", "#3 integration 10:00");
    }

    @Test
    void onlyRequiredWorkflowsMakeMainGreen() {
        // Given
        Definitions required = new Definitions(Pattern.all("production"), Pattern.all("ci*"), null, null, Set.of());
        Story story = Story.under(required)
                .then(
                        landed(commit("a1")).at("09:00"),
                        deploy("D0", "a1").at("09:10"),
                        landed(commit("b1").names("2")).at("09:30"));

        // When
        story.then(
                build("1", "b1").workflow("lint").at("09:35"),
                build("2", "b1").workflow("ci-slow").at("09:55"));

        // Then
        assertThat(story.inFlight()).containsExactly("#2 deploy_wait 09:55");
    }

    @Test
    void aDeployThatRunsIsTheStageOfAllThatItWillDeliver() {
        // Given
        Story story = waiting().then(build("1", "c1").at("10:15"));

        // When
        story.then(
                deploy("D1", "b1").state("running").started("10:20"),
                deploy("D2", "b1").state("running").started("10:25"),
                deploy("D3", "c1").state("waiting").requested("10:16"));

        // Then
        assertThat(story.inFlight()).containsExactly("#2 deploy_run 10:20", "#3 deploy_wait 10:15");
    }

    @Test
    void aDeployThatFailsLeavesItsChangesWaiting() {
        // Given
        Story story = waiting()
                .then(
                        build("1", "c1").at("10:15"),
                        deploy("D1", "c1").state("running").started("10:20"));

        // When
        story.then(deploy("D1", "c1").outcome("failure").started("10:20").at("10:25"));

        // Then
        assertThat(story.inFlight()).containsExactly("#2 deploy_wait 10:15", "#3 deploy_wait 10:15");
    }

    @Test
    void aDeployOfACommitThatTheChangeOwnsIsItsStageWhereverItLeftMain() {
        // Given
        Story story =
                waiting().then(request("3").head("e3"), pushed(commit("e3").parents("a1")));

        // When
        story.then(deploy("D1", "e3").state("running").started("10:20"));

        // Then
        assertThat(story.inFlight()).containsExactly("#2 integration 09:30", "#3 deploy_run 10:20");
    }

    @Test
    void whatIsDeliveredIsNoLongerInFlight() {
        // Given
        Story story = waiting();

        // When
        story.then(deploy("D1", "b1").at("10:30"));

        // Then
        assertThat(story.inFlight()).containsExactly("#3 integration 10:00");
        assertThat(story.deliveries()).contains("#2 D1 owned_sha 60m no_author_date");
    }

    @Test
    void withoutAFirstDeployNothingIsInFlight() {
        // Given
        Story story = Story.of(landed(commit("b1").names("2")).at("09:30"));

        // When
        story.then(deploy("D1", "b1").state("running").started("10:20"));

        // Then
        assertThat(story.inFlight()).isEmpty();
        assertThat(story.lanes()).containsExactly("shop/production runs -, -, D1 running since 10:20");
    }

    @Test
    void onlyProductionIsWaitedFor() {
        // Given
        Story story = waiting();

        // When
        story.then(deploy("S0", "a1").to("shop", "staging").at("09:20"));

        // Then
        assertThat(story.rows(Deliveries.DELIVERIES))
                .filteredOn(Delivery::isInFlight)
                .allMatch(delivery -> delivery.lane().equals(Story.PRODUCTION));
        assertThat(story.lanes())
                .containsExactly("shop/production runs D0, 2 wait since 09:30 #2, -", "shop/staging runs S0, -, -");
    }

    @Test
    void aFirstDeployThatArrivesLastPutsAllThatLandedSinceInFlight() {
        // Given
        Story story = Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                landed(commit("b1").names("2")).at("09:30"),
                landed(commit("c1").names("3")).at("10:00"));

        // When
        story.then(deploy("D0", "b1").at("09:40"));

        // Then
        assertThat(story.deliveries()).containsExactly("#1 baseline", "#2 D0 owned_sha 10m no_author_date");
        assertThat(story.inFlight()).containsExactly("#3 integration 10:00");
    }

    @Test
    void aHeldLaneSaysWhatWaitsAndWhatHoldsIt() {
        // Given
        Story story = waiting();

        // When
        story.then(
                deploy("D1", "b1").state("waiting").created("09:40").requested("09:41"),
                deploy("D2", "c1").state("pending").created("10:05"),
                deploy("D3", "c1").state("pending"));

        // Then
        assertThat(story.lanes())
                .containsExactly("shop/production runs D0, 2 wait since 09:30 #2, D1 waiting since 09:40");
    }

    @Test
    void aDeployWithoutAnyKnownTimeHoldsALaneIfThereIsNoOther() {
        // Given
        Story story = waiting();

        // When
        story.then(deploy("D3", "c1").state("pending"));

        // Then
        assertThat(story.lanes()).containsExactly("shop/production runs D0, 2 wait since 09:30 #2, D3 pending since -");
    }

    @Test
    void aDeployThatFinishesLetsTheLaneGo() {
        // Given
        Story story = waiting().then(deploy("D1", "c1").state("running").started("10:20"));

        // When
        story.then(deploy("D1", "c1").started("10:20").at("10:30"));

        // Then
        assertThat(story.lanes()).containsExactly("shop/production runs D1, -, -");
    }

    @Test
    void whatRunsIsTheLastSuccessWhateverItsPlace() {
        // Given
        Story story = waiting();

        // When
        story.then(
                deploy("D1", "unknown").at("10:40"),
                deploy("D2", "c1").outcome("failure").at("10:50"));

        // Then
        assertThat(story.lanes()).containsExactly("shop/production runs D1, 2 wait since 09:30 #2, -");
    }

    @Test
    void aChangeWaitsOnlyForTheServicesThatItTouches() {
        // Given
        Story story = Story.of(
                landed(commit("a1")).at("09:00"),
                deploy("D0", "a1").at("09:10"),
                deploy("C0", "a1").to("cart", "production").at("09:10"),
                landed(commit("b1").names("2").services("cart")).at("09:30"),
                landed(commit("c1").names("3").services()).at("09:40"));

        // When
        story.then(deploy("D1", "c1").at("10:00"));

        // Then
        assertThat(story.deliveries()).containsExactly("@a1 D0 owned_sha 10m no_author_date");
        assertThat(story.lanes())
                .containsExactly("cart/production runs C0, 1 wait since 09:30 #2, -", "shop/production runs D1, -, -");
    }

    @Test
    void aChangeWhoseServicesBecomeKnownLeavesTheOtherLanes() {
        // Given
        Story story = waiting();
        assertThat(story.inFlight()).hasSize(2);

        // When
        story.then(pushed(commit("b1").services("cart")));

        // Then
        assertThat(story.inFlight()).containsExactly("#3 integration 10:00");
        assertThat(story.lanes()).containsExactly("shop/production runs D0, 1 wait since 10:00 #3, -");
    }

    @Test
    void inFlightChangesAreTakenBackWithTheLastDeployOfTheirLane() {
        // Given
        Story story = waiting();

        // When
        story.then(deploy("D0", "00").at("09:10"));

        // Then
        assertThat(List.of(story.inFlight(), story.deliveries())).containsOnly(List.of());
        assertThat(story.lanes()).containsExactly("shop/production runs D0, -, -");
    }
}
