package dev.streamgauge.processors.queues;

import static dev.streamgauge.processors.testkit.Cast.build;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CiQueuesTest {

    @Test
    void aRunWaitsForARunnerWithItsLabels() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(build("17", "a").queued().queued("09:30").on("linux", "arm"));

        // Then
        assertThat(shop.stays()).containsExactly("ci arm,linux 17/1 09:30");
    }

    @Test
    void itWaitsSinceNothingButARunnerWasMissing() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(build("17", "a").queued().queued("09:30").ready("09:50"));

        // Then
        assertThat(shop.stays()).containsExactly("ci - 17/1 09:50");
    }

    @Test
    void oneThatDoesNotSayWhenItWasQueuedWaitsSinceItWasFirstToldOf() {
        // When
        Waiting shop = Waiting.at("10:00").heard(build("17", "a").queued().at("09:40"));

        // Then
        assertThat(shop.stays()).containsExactly("ci - 17/1 09:40");
    }

    @Test
    void aRunWhoseJobsAreKnownDoesNotWaitBesideThem() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(
                        build("17", "a").queued().queued("09:30"),
                        build("17", "a").job("unit").queued().queued("09:31"),
                        build("17", "a").queued().queued("09:30").at("09:32"));

        // Then
        assertThat(shop.stays()).containsExactly("ci - 17/1/unit 09:31");
    }

    @Test
    void itLeavesWhenItStartsAlsoIfThatIsHeardFirst() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(
                        build("17", "a").running().queued("09:30").started("09:45"),
                        build("17", "a").queued().queued("09:30").on("linux"));

        // Then
        assertThat(shop.stays()).containsExactly("ci linux 17/1 09:30 left 09:45");
    }

    @Test
    void atAGateItWaitsForAnApprovalAndNotForARunner() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(build("17", "a").waiting().queued("09:30").approvalRequested("09:35"));

        // Then
        assertThat(shop.in("ci.approval")).containsExactly("* 17/1 09:35");
        assertThat(shop.in("ci")).containsExactly("- 17/1 09:30 left 09:35");
    }

    @Test
    void onceApprovedItWaitsForARunnerSinceThen() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(
                        build("17", "a").waiting().queued("09:30").approvalRequested("09:35"),
                        build("17", "a")
                                .queued()
                                .queued("09:30")
                                .approved("09:50")
                                .at("09:50"));

        // Then
        assertThat(shop.in("ci.approval")).containsExactly("* 17/1 09:35 left 09:50");
        assertThat(shop.in("ci")).containsExactly("- 17/1 09:50");
    }

    @Test
    void oneThatIsCancelledAtItsGateNeverWaitedForARunner() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(
                        build("17", "a").waiting().approvalRequested("09:35"),
                        build("17", "a")
                                .outcome("cancelled")
                                .approvalRequested("09:35")
                                .at("09:55"));

        // Then
        assertThat(shop.stays()).containsExactly("ci.approval * 17/1 09:35 left 09:55");
    }

    @Test
    void whatNobodyTellsOfForTwoDaysIsGivenUpAndForgottenAfterAsLongAgain() {
        // Given
        Waiting shop = Waiting.at("2026-03-02T10:00:00Z")
                .heard(build("17", "a").queued().at("09:30"));

        // When
        shop.later("2026-03-06T09:30:00Z").heard(build("18", "b").queued().at("2026-03-06T09:20:00Z"));

        // Then
        assertThat(shop.stays()).containsExactly("ci - 18/1 2026-03-06T09:20");
    }
}
