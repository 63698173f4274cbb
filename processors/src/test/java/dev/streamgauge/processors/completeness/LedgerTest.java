package dev.streamgauge.processors.completeness;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.processors.testkit.Built;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

class LedgerTest {

    @Test
    void eachSourceWasFirstAndLastHeard() {
        // Given
        IncidentChanged incident = IncidentChanged.newBuilder()
                .setEventId("e")
                .setSource("pager")
                .setRepository(Story.SHOP)
                .setOccurredAt(Moments.at("12:00"))
                .setReceivedAt(Moments.at("12:00"))
                .setIncidentId("i")
                .setState("open")
                .build();

        // When
        Story story = Story.of(
                landed(commit("b1")).at("10:00"),
                landed(commit("a1")).at("09:00"),
                landed(commit("c1")).at("09:30"),
                build("1", "a1").at("11:00"),
                () -> incident);

        // Then
        assertThat(story.heard("git")).isEqualTo("09:00 10:00");
        assertThat(story.heard("ci")).isEqualTo("11:00 11:00");
        assertThat(story.heard("pager")).isEqualTo("12:00 12:00");
        assertThat(story.heard("*")).isEqualTo("09:00 12:00");
    }

    @Test
    void aDeployIsMissingItsCommitThenItsPlaceThenNothing() {
        // Given
        Story story = Story.of(deploy("D1", "e1").state("running"));
        assertThat(story.missing(Gap.DEPLOY_SHA_UNKNOWN)).isEqualTo(1);

        // When
        story.then(pushed(commit("e1").parents("a1")));
        long offMain = story.missing(Gap.DEPLOY_OFF_MAIN);
        story.then(landed(commit("a1")));

        // Then
        assertThat(offMain).isEqualTo(1);
        assertThat(story.missing(Gap.DEPLOY_SHA_UNKNOWN)).isZero();
        assertThat(story.missing(Gap.DEPLOY_OFF_MAIN)).isZero();
    }

    @Test
    void aBuildOnMainMissesItsLanding() {
        // Given
        Story story = Story.of(
                build("1", "a1").at("09:10"),
                build("2", "a1").failed().at("09:10"),
                build("3", "a1").outcome("cancelled").at("09:10"),
                build("4", "a1").running(),
                build("5", "a1").trigger("pull_request").at("09:10"),
                build("6", "b1").at("09:10"));
        assertThat(story.missing(Gap.BUILD_WITHOUT_LANDING)).isEqualTo(3);

        // When
        story.then(landed(commit("a1")));

        // Then
        assertThat(story.missing(Gap.BUILD_WITHOUT_LANDING)).isEqualTo(1);
    }

    @Test
    void aSnapshotMayShowThatABuildIsNotOfMain() {
        // Given
        Built unclear = build("1", "a1");
        Story story = Story.of(unclear);

        // When
        story.then(build("1", "a1").branch("a-topic"));

        // Then
        assertThat(story.missing(Gap.BUILD_WITHOUT_LANDING)).isZero();
    }

    @Test
    void aRequestThatWasMergedIntoMainMissesItsLanding() {
        // Given
        Story story = Story.of(
                request("1").into("main").merged("a1"),
                request("2").into("main"),
                request("3").into("next").merged("c1"),
                request("4").merged("d1"));
        assertThat(story.missing(Gap.MERGE_WITHOUT_LANDING)).isEqualTo(1);

        // When
        story.then(landed(commit("a1")));

        // Then
        assertThat(story.missing(Gap.MERGE_WITHOUT_LANDING)).isZero();
    }

    @Test
    void oneSnapshotMustSayBothThatARequestWasMergedAndWhere() {
        // Given
        Story story = Story.of(request("1").into("main"), request("1").merged("a1"));
        long unclear = story.missing(Gap.MERGE_WITHOUT_LANDING);

        // When
        story.then(
                request("1").into("main").merged("a1"),
                request("1").into("next").merged("a1"));

        // Then
        assertThat(unclear).isZero();
        assertThat(story.missing(Gap.MERGE_WITHOUT_LANDING)).isEqualTo(1);
    }

    @Test
    void whereAKnownLandingEndedIsNoGap() {
        // Given
        Story story =
                Story.of(landed(commit("b1")).from("a1"), landed(commit("c1")).from("b1"));
        assertThat(story.missing(Gap.LANDING)).isEqualTo(1);

        // When
        story.then(landed(commit("a1")));

        // Then
        assertThat(story.missing(Gap.LANDING)).isZero();
    }

    @Test
    void gapsAreDistinctPairsOfBeforeAndAfter() {
        // Given
        Story story = Story.of(landed(commit("b1")).from("a1"));

        // When
        story.then(
                landed(commit("b1")).from("a1").by("github"),
                landed(commit("c1")).from("a1"),
                landed(commit("d1")),
                pushed(commit("e1")).from("a2"));

        // Then
        assertThat(story.missing(Gap.LANDING)).isEqualTo(2);
    }

    @Test
    void whatIsMissingConcernsTheRepositoryAndNoSource() {
        // Given
        var unknown = deploy("D1", "e1");

        // When
        Story story = Story.of(unknown);

        // Then
        assertThat(story.rows(Ledger.COMPLETENESS))
                .filteredOn(row -> !row.gaps().isEmpty())
                .singleElement()
                .satisfies(row -> assertThat(row.source()).isEqualTo("*"));
    }
}
