package dev.streamgauge.oracle.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.oracle.OracleSettings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 11.8, 11.9, 11.20 and 11.21. */
class StageExamplesTest {

    private static final Example STAGES = Example.of("stages");
    private static final Example IN_FLIGHT = Example.of("in-flight");
    private static final Example FLOW = Example.of("flow")
            .by(OracleSettings.DEFAULTS.withBaseline(
                    Instant.parse("2026-02-24T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z")));

    @ParameterizedTest
    @CsvSource({"2, '#1'", "3, '#2'"})
    void theStagesOfARequestSumToItsLeadTime(int table, String request) {
        // Given
        Table expected = Docs.table("11.8", table);

        // When
        List<String> told =
                STAGES.where("change", "example.org/docs/stages" + request).told("deliveries", expected.fields());

        // Then
        assertThat(told).isEqualTo(expected.rows());
    }

    @Test
    void aDirectPushWasCodedUntilItLandedAndDidNotWaitForGreen() {
        // Given
        Table expected = Docs.table("11.8", 4);

        // When
        List<String> told = STAGES.where("deploy_id", "D3").told("deliveries", expected.fields());

        // Then
        assertThat(told).isEqualTo(expected.rows());
    }

    @Test
    void averagesLeaveOutTheStagesThatDidNotOccur() {
        // Given
        Table expected = Docs.table("11.8", 5);

        // When
        List<String> told = STAGES.windows("hour")
                .where("metric", "pickup", "review")
                .but("window_start", "T06:00:00.000Z")
                .told("lead_time", expected.fields());

        // Then
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected.rows());
    }

    @Test
    void whatIsOpenSaysSinceWhenAndInWhichStage() {
        // Given
        Table requests = Docs.table("11.9", 1);
        Table landed = Docs.table("11.9", 2);

        // When
        List<String> open = IN_FLIGHT.where("state", "draft", "open").told("changes", requests.fields());
        List<String> waiting = IN_FLIGHT.where("status", "in_flight").told("deliveries", landed.fields());

        // Then
        assertThat(open).isEqualTo(requests.rows());
        assertThat(waiting).isEqualTo(landed.rows());
    }

    @Test
    void aHeldLaneNamesWhatHoldsIt() {
        // Given
        Table lane = Docs.table("11.9", 3);

        // When
        List<String> told = IN_FLIGHT.told("lanes", lane.fields());

        // Then
        assertThat(told).isEqualTo(lane.rows());
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void sharesOfStagesAreComparedWithThePinnedBaseline(int table) {
        // Given
        Table expected = Docs.table("11.20", table);

        // When
        List<String> told = FLOW.windows("baseline", "day")
                .where("window_start", "2026-02-24T00:00:00.000Z", "2026-03-02T00:00:00.000Z")
                .told("flow", expected.fields());

        // Then: 24 February itself has a row too
        assertThat(told).containsAll(expected.rows()).hasSize(3);
    }

    @Test
    void eachPassThroughTheQueueCountsWhereItEnded() {
        // Given
        Table expected = Docs.table("11.21", 2);

        // When
        List<String> told = Example.of("merge-queue").windows("hour", "day").told("merge_queue", expected.fields());

        // Then
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected.rows());
    }

    @Test
    void anEvictedRequestPassedTwice() {
        // Given
        Table expected = Docs.table("11.21", 3);

        // When
        List<String> told = Example.of("merge-queue").told("changes", expected.fields());

        // Then
        assertThat(told).isEqualTo(expected.rows());
    }
}
