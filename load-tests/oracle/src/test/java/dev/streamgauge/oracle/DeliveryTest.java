package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.push;
import static dev.streamgauge.oracle.Line.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which deploy delivers a change. */
class DeliveryTest {

    private static final String[] HOW = {"change", "status", "deploy_id", "evidence"};

    private static final Line C1 = landing("09:01", "c1", commit("c1"));
    private static final Line C2 = landing("09:02", "c2", commit("c2").parents("c1"));
    private static final Line C3 = landing("09:03", "c3", commit("c3").parents("c2"));
    private static final Line C4 = landing("09:04", "c4", commit("c4").parents("c3"));

    @Test
    void theFirstDeployDeliversOnlyWhatOwnsItsCommitAndTheRestIsBaseline() {
        // Given
        Line first = deploy("10:00", "d1", "c2");
        Line second = deploy("11:00", "d2", "c3");

        // When
        Story story = Story.of(C1, C2, C3, C4, first, second);

        // Then: the second deploy is after c1 too, but does not deliver it; c4 is on its way
        assertThat(story.told("deliveries", HOW))
                .containsExactly(
                        "@c1 baseline - -",
                        "@c2 delivered d1 owned_sha",
                        "@c3 delivered d2 owned_sha",
                        "@c4 in_flight - -");
        assertThat(story.told("deliveries", "landed_at", "delivered_at", "excluded"))
                .containsExactly(
                        "09:01 - [\"baseline\"]",
                        "09:02 10:00 [\"no_author_date\"]",
                        "09:03 11:00 [\"no_author_date\"]",
                        "09:04 - []");
    }

    @Test
    void aLaterDeployDeliversAllThatLandedSince() {
        // When
        Story story = Story.of(C1, C2, C3, C4, deploy("10:00", "d1", "c1"), deploy("11:00", "d2", "c3"));

        // Then
        assertThat(story.told("deliveries", HOW))
                .containsExactly(
                        "@c1 delivered d1 owned_sha",
                        "@c2 delivered d2 position",
                        "@c3 delivered d2 owned_sha",
                        "@c4 in_flight - -");
    }

    @Test
    void aRollbackDeliversNothingAndTheNextDeployNothingAgain() {
        // Given
        Line[] deploys = {
            deploy("10:00", "d1", "c1"),
            deploy("11:00", "d2", "c3"),
            deploy("12:00", "d3", "c2"),
            deploy("13:00", "d4", "c4"),
        };

        // When
        Story story = Story.of(C1, C2, C3, C4, deploys[0], deploys[1], deploys[2], deploys[3]);

        // Then: c2 was delivered by d2, before the rollback to c2 itself
        assertThat(story.told("deliveries", HOW))
                .containsExactly(
                        "@c1 delivered d1 owned_sha",
                        "@c2 delivered d2 position",
                        "@c3 delivered d2 owned_sha",
                        "@c4 delivered d4 owned_sha");
    }

    @Test
    void aBaselineChangeIsDeliveredAfterAllIfItsOwnCommitIsDeployed() {
        // When: from c3 back to c1
        Story story = Story.of(C1, C2, C3, deploy("10:00", "d1", "c3"), deploy("11:00", "d2", "c1"));

        // Then
        assertThat(story.told("deliveries", HOW))
                .containsExactly("@c1 delivered d2 owned_sha", "@c2 baseline - -", "@c3 delivered d1 owned_sha");
    }

    @Test
    void aDeployFromABranchDeliversItsChangeAndWhatLandedBeforeTheFork() {
        // Given
        Line branch = push("09:30", "topic", "b", commit("b").parents("c3"));
        Line open = request("09:30", "7", "open").with("head_sha", "b");

        // When
        Story story = Story.of(C1, C2, C3, C4, branch, open, deploy("10:00", "d1", "c1"), deploy("11:00", "d2", "b"));

        // Then
        assertThat(story.told("deliveries", HOW))
                .containsExactly(
                        "#7 delivered d2 owned_sha",
                        "@c1 delivered d1 owned_sha",
                        "@c2 delivered d2 position",
                        "@c3 delivered d2 position",
                        "@c4 in_flight - -");
    }

    @Test
    void aFirstDeployFromABranchMakesEvenItsForkPointBaseline() {
        // Given
        Line branch = push("09:30", "topic", "b", commit("b").parents("c2"));

        // When
        Story story = Story.of(C1, C2, C3, branch, deploy("10:00", "d1", "b"));

        // Then: c2 landed at the first deploy's position, but does not own its commit
        assertThat(story.told("deliveries", HOW))
                .containsExactly("@c1 baseline - -", "@c2 baseline - -", "@c3 in_flight - -");
    }

    @Test
    void whatDidNotSucceedDeliversNothingAndIsNotTheFirst() {
        // Given
        Line failed = deploy("10:00", "d1", "c3").with("outcome", "failure");
        Line running = deploy("10:30", "d2", "c3").with("state", "running").with("outcome", null);

        // When
        Story story = Story.of(C1, C2, C3, failed, running, deploy("11:00", "d3", "c1"), deploy("12:00", "d4", "c2"));

        // Then
        assertThat(story.told("deliveries", HOW))
                .containsExactly("@c1 delivered d3 owned_sha", "@c2 delivered d4 owned_sha", "@c3 in_flight - -");
    }

    @Test
    void aDeployWithoutAPositionIsNotTheFirst() {
        // When
        Story story = Story.of(C1, C2, C3, deploy("10:00", "d1", "nobody-knows"), deploy("11:00", "d2", "c2"));

        // Then: c1 is baseline by d2, not delivered by it
        assertThat(story.told("deliveries", HOW))
                .containsExactly("@c1 baseline - -", "@c2 delivered d2 owned_sha", "@c3 in_flight - -");
    }

    @Test
    void ofDeploysThatFinishTogetherTheirIdsGiveTheOrder() {
        // When: "d10" is before "d9" in bytes, so it is the first deploy
        Story story = Story.of(C1, C2, C3, deploy("10:00", "d9", "c3"), deploy("10:00", "d10", "c1"));

        // Then
        assertThat(story.told("deliveries", HOW))
                .containsExactly(
                        "@c1 delivered d10 owned_sha", "@c2 delivered d9 position", "@c3 delivered d9 owned_sha");
    }

    @Test
    void theEarlierDeployWinsOverTheOwnedCommit() {
        // When: the change's own commit is deployed only later
        Story story = Story.of(
                C1, C2, C3, deploy("10:00", "d1", "c1"), deploy("11:00", "d2", "c3"), deploy("12:00", "d3", "c2"));

        // Then
        assertThat(story.told("deliveries", HOW)).contains("@c2 delivered d2 position");
    }

    @Test
    void lanesKnowNothingOfEachOther() {
        // Given
        Line staging = deploy("09:30", "d0", "c1").with("environment", "staging");

        // When
        Story story = Story.of(
                C1,
                C2,
                staging,
                deploy("10:00", "d1", "c2"),
                deploy("11:00", "d2", "c2").with("environment", "staging"));

        // Then: a baseline in one, delivered in the other
        assertThat(story.told("deliveries", "change", "environment", "status", "deploy_id"))
                .containsExactly(
                        "@c1 prod baseline -",
                        "@c1 staging delivered d0",
                        "@c2 prod delivered d1",
                        "@c2 staging delivered d2");
    }

    @Test
    void aChangeOfTwoLandingsIsDeliveredAtItsFirst() {
        // Given: the request landed at 09:02, and its rest at 09:04
        Line c2 = landing("09:02", "c2", commit("c2").with("request", "7"));
        Line c4 = landing("09:04", "c4", commit("c4").with("request", "7"));

        // When
        Story story = Story.of(
                C1, c2, C3, c4, deploy("10:00", "d1", "c1"), deploy("11:00", "d2", "c3"), deploy("12:00", "d3", "c4"));

        // Then
        assertThat(story.told("deliveries", HOW)).contains("#7 delivered d2 position");
    }
}
