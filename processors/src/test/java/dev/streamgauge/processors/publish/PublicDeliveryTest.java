package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.facts.v1.DeliveryKey;
import dev.streamgauge.facts.v1.Lane;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.LaneState;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

class PublicDeliveryTest {

    private static Story waiting() {
        return Story.of(
                landed(commit("a1").names("1")).at("09:00"),
                deploy("D0", "a1").at("09:10"),
                request("2").by("human", "assisted").author("ann").ready("09:20"),
                landed(commit("b1").names("2").authored("09:15")).at("09:30"),
                build("1", "b1").at("09:40"));
    }

    private static Delivery of(Story story, String change) {
        return story.rows(Deliveries.DELIVERIES).stream()
                .filter(delivery -> delivery.change().equals(Story.SHOP + change))
                .findFirst()
                .orElseThrow();
    }

    private static dev.streamgauge.facts.v1.Delivery published(Story story, String change) {
        Published published = PublicDelivery.of(new Revision<>(null, of(story, change), 7));
        return (dev.streamgauge.facts.v1.Delivery) published.value();
    }

    private static Lane lane(Story story) {
        LaneState state = story.rows(Deliveries.LANE_STATES).iterator().next();
        return (Lane) PublicLane.of(new Revision<>(null, state, 3)).value();
    }

    @Test
    void aDeliveredChangeTellsItsStagesAndThoseThatDidNotOccur() {
        // Given
        Story story = waiting();

        // When
        story.then(deploy("D1", "b1")
                .requested("09:45")
                .approved("09:48")
                .started("09:50")
                .at("10:00"));

        // Then
        var record = published(story, "#2");
        assertThat(record.getStatus()).isEqualTo("delivered");
        assertThat(record.getChangeLeadTimeMs()).isEqualTo(45 * 60_000);
        assertThat(record.getCodingMs()).isEqualTo(5 * 60_000);
        assertThat(record.getPickupMs()).isEqualTo(10 * 60_000);
        assertThat(record.getReviewMs()).isZero();
        assertThat(record.getMergeMs()).isZero();
        assertThat(record.getIntegrationMs()).isEqualTo(10 * 60_000);
        assertThat(record.getDeployWaitMs()).isEqualTo(10 * 60_000);
        assertThat(record.getDeployRunMs()).isEqualTo(10 * 60_000);
        assertThat(record.getApprovalWaitMs()).isEqualTo(3 * 60_000);
        assertThat(record.getMergeQueueMs()).isNull();
        assertThat(record.getAbsentStages()).containsExactly("review", "merge");
        assertThat(record.getAiEvidence()).isEqualTo("assisted");
        assertThat(record.getOpenStage()).isNull();
        assertThat(record.getRevision()).isEqualTo(7);
    }

    @Test
    void aChangeInFlightTellsItsStageAndNothingOfADelivery() {
        // Given
        Story story = waiting();

        // When
        var record = published(story, "#2");

        // Then
        assertThat(record.getStatus()).isEqualTo("in_flight");
        assertThat(record.getOpenStage()).isEqualTo("deploy_wait");
        assertThat(record.getOpenSince()).isEqualTo(Moments.at("09:40"));
        assertThat(record.getLandedAt()).isEqualTo(Moments.at("09:30"));
        assertThat(record.getDeployId()).isNull();
        assertThat(record.getEvidence()).isNull();
        assertThat(record.getCodingMs()).isNull();
        assertThat(record.getExcluded()).isEmpty();
        assertThat(record.getAbsentStages()).isEmpty();
    }

    @Test
    void whatIsGoneIsATombstone() {
        // Given
        Delivery gone = of(waiting(), "#2");

        // When
        Published published = PublicDelivery.of(new Revision<>(gone, null, 8));

        // Then
        assertThat(published.key()).isEqualTo(new DeliveryKey(Story.SHOP, Story.SHOP + "#2", "shop", "production"));
        assertThat(published.value()).isNull();
    }

    @Test
    void aRevisionThatTheRecordDoesNotShowIsNotPublished() {
        // Given
        Story story = waiting().then(deploy("D1", "b1").at("10:00"));
        Delivery before = of(story, "#2");
        story.then(request("2").opened("09:01"));

        // When
        Published published = PublicDelivery.of(new Revision<>(before, of(story, "#2"), 9));

        // Then
        assertThat(of(story, "#2")).isNotEqualTo(before);
        assertThat(published).isNull();
    }

    @Test
    void aLaneTellsWhatRunsWhatWaitsAndWhatHoldsIt() {
        // Given
        Story story = waiting();

        // When
        story.then(deploy("D1", "b1").state("waiting").requested("09:45").attempt(2));

        // Then
        Lane lane = lane(story);
        assertThat(lane.getProduction()).isTrue();
        assertThat(lane.getRunningDeployId()).isEqualTo("D0");
        assertThat(lane.getRunningAttempt()).isEqualTo(1);
        assertThat(lane.getRunningSha()).isEqualTo("a1");
        assertThat(lane.getRunningSince()).isEqualTo(Moments.at("09:10"));
        assertThat(lane.getWaitingChanges()).isEqualTo(1);
        assertThat(lane.getOldestWaitingChange()).isEqualTo(Story.SHOP + "#2");
        assertThat(lane.getWaitingSince()).isEqualTo(Moments.at("09:30"));
        assertThat(lane.getHoldingDeployId()).isEqualTo("D1");
        assertThat(lane.getHoldingAttempt()).isEqualTo(2);
        assertThat(lane.getHoldingState()).isEqualTo("waiting");
        assertThat(lane.getHoldingSince()).isEqualTo(Moments.at("09:45"));
        assertThat(lane.getRevision()).isEqualTo(3);
    }

    @Test
    void anIdleLaneTellsNothingElse() {
        // Given
        Story story = Story.of();

        // When
        story.then(deploy("D0", "a1").outcome("failure").at("09:10"));

        // Then
        Lane lane = lane(story);
        assertThat(lane.getRunningDeployId()).isNull();
        assertThat(lane.getOldestWaitingChange()).isNull();
        assertThat(lane.getHoldingDeployId()).isNull();
        assertThat(lane.getWaitingChanges()).isZero();
    }
}
