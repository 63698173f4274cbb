package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.build;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.request;
import static dev.streamgauge.oracle.Line.review;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Where the time of a delivery went. Change 7 was begun at 06:00 and landed at 09:00; c0 was there before. */
class StageTest {

    private static final String[] STAGES = {
        "coding_ms", "pickup_ms", "review_ms", "merge_ms", "integration_ms", "deploy_wait_ms", "deploy_run_ms"
    };

    private static final Line FIRST = deploy("05:30", "d0", "c0");

    private static Line merged() {
        return request("09:00", "7", "merged").with("merge_sha", "m");
    }

    private static Line begun(Line deploy, String time) {
        return deploy.with("started_at", at(time));
    }

    /** Stages in whole minutes, then the absent ones. */
    private static List<String> stages(Line... lines) {
        List<Line> all = new ArrayList<>(List.of(
                landing("05:00", "c0"), FIRST, landing("09:00", "m", commit("m").authored("06:00"))));
        all.addAll(List.of(lines));
        return Story.of(all.toArray(Line[]::new)).sections().get("deliveries").stream()
                .filter(row -> row.get("change").asText().endsWith("m")
                        || row.get("change").asText().endsWith("7"))
                .map(row -> LongStream.range(0, STAGES.length)
                                .map(i -> row.get(STAGES[(int) i]).asLong() / 60_000)
                                .boxed()
                                .toList()
                        + " " + row.get("absent_stages") + " " + row.get("merge_queue_ms") + " "
                        + row.get("approval_wait_ms"))
                .toList();
    }

    @Test
    void everyStageEndsWithItsOwnEnd() {
        // When
        List<String> stages = stages(
                merged().with("ready_at", at("07:00"))
                        .reviewed(review("07:20", "bob", "commented"), review("08:00", "bob", "approved")),
                build("09:30", "1", "m", "success"),
                begun(deploy("10:30", "d1", "m"), "10:10"));

        // Then
        assertThat(stages).containsExactly("[60, 20, 40, 60, 30, 40, 20] [] null null");
    }

    @Test
    void aStageThatNobodyEndedLastsUntilALaterOneEnds() {
        // When: merged without a review, deployed before it was green
        List<String> stages = stages(
                merged().with("ready_at", at("07:00")),
                build("10:20", "1", "m", "success"),
                begun(deploy("10:30", "d1", "m"), "10:10"));

        // Then
        assertThat(stages)
                .containsExactly("[60, 120, 0, 0, 70, 0, 20] [\"review\",\"merge\",\"deploy_wait\"] null null");
    }

    @Test
    void aDirectPushWasCodedUntilItLanded() {
        // When: nothing is known of its deploy's beginning
        List<String> stages = stages(build("09:30", "1", "m", "success"), deploy("10:30", "d1", "m"));

        // Then
        assertThat(stages)
                .containsExactly(
                        "[180, 0, 0, 0, 30, 60, 0] [\"pickup\",\"review\",\"merge\",\"deploy_run\"] null null");
    }

    @Test
    void endsInTheWrongOrderEndTheEarlierStages() {
        // When: reviewed before it was ready, ready only after it was approved
        List<String> stages = stages(
                merged().with("ready_at", at("08:30"))
                        .reviewed(review("07:20", "bob", "commented"), review("08:00", "bob", "approved")),
                build("09:30", "1", "m", "success"),
                begun(deploy("10:30", "d1", "m"), "10:10"));

        // Then: coding ended with the first review, so there was no pickup
        assertThat(stages).containsExactly("[80, 0, 40, 60, 30, 40, 20] [\"pickup\"] null null");
    }

    @Test
    void greenIsTheFirstSuccessOfTheLandingOrALaterOne() {
        // When: m itself turns green late, and an older commit's success says nothing
        List<String> stages = stages(
                landing("09:10", "n"),
                build("09:05", "0", "c0", "success"),
                build("09:50", "1", "m", "success"),
                build("09:40", "2", "n", "success"),
                begun(deploy("10:30", "d1", "m"), "10:10"));

        // Then
        assertThat(stages).singleElement().asString().startsWith("[180, 0, 0, 0, 40, 30, 20]");
    }

    @Test
    void timeInTheQueueAndAtTheGateIsGivenApart() {
        // When: enqueued before it was approved; evicted for ten minutes; the gate was asked before it was green
        List<String> stages = stages(
                merged().with("ready_at", at("07:00"))
                        .reviewed(review("07:00", "bob", "commented"), review("08:00", "bob", "approved"))
                        .with("enqueued_at", at("07:50"))
                        .with("dequeued_at", at("08:20")),
                request("08:40", "7", "open").with("enqueued_at", at("08:30")),
                build("09:30", "1", "m", "success"),
                begun(deploy("10:30", "d1", "m"), "10:10")
                        .with("approval_requested_at", at("09:20"))
                        .with("approved_at", at("10:00")));

        // Then: 20 and 30 minutes in the queue, 30 at the gate
        assertThat(stages).containsExactly("[60, 0, 60, 60, 30, 40, 20] [] 3000000 1800000");
    }

    @Test
    void ofAnAbsentDeployWaitThereIsNoApproval() {
        // When: never green
        List<String> stages =
                stages(merged(), begun(deploy("10:30", "d1", "m"), "10:10").with("approval_requested_at", at("09:20")));

        // Then
        assertThat(stages).singleElement().asString().endsWith("null null").contains("deploy_wait");
    }

    @Test
    void whatHappenedAfterTheDeliveryHappenedWithIt() {
        // Given: #7 was delivered from its branch, and landed later
        Line open = merged().with("head_sha", "b")
                .with("ready_at", at("06:30"))
                .reviewed(review("08:30", "bob", "approved"));

        // When
        List<String> stages = stages(open, begun(deploy("08:00", "d1", "b"), "07:30"));

        // Then: the review was still awaited when the deploy began
        assertThat(stages)
                .containsExactly(
                        "[30, 60, 0, 0, 0, 0, 30] [\"review\",\"merge\",\"integration\",\"deploy_wait\"] null null");
    }

    @Test
    void stagesAreMetricsAndSharesToo() {
        // When
        Story story = Story.of(
                landing("05:00", "c0", commit("c0")),
                FIRST,
                landing("09:00", "m", commit("m").authored("06:00")),
                merged().with("ai_evidence", "assisted"),
                build("09:30", "1", "m", "success"),
                begun(deploy("10:30", "d1", "m"), "10:00"));

        // Then
        String[] metric = {"window_start", "count", "sum_ms", "p50_ms", "excluded_absent"};
        assertThat(story.hourly("lead_time", "integration", metric)).containsExactly("10:00 1 1800000 1800000 0");
        assertThat(story.hourly("lead_time", "review", metric)).containsExactly("10:00 0 0 - 1");
        assertThat(story.hourly("lead_time", "merge_queue", metric)).containsExactly("10:00 0 0 - 1");
        assertThat(story.where("scope", "repository")
                        .where("window", "hour")
                        .told(
                                "flow",
                                "ai_evidence",
                                "window_start",
                                "count",
                                "total_ms",
                                "coding_count",
                                "review_count",
                                "bottleneck",
                                "excluded_no_stages"))
                .containsExactly(
                        "* 05:00 0 0 0 0 - 1",
                        "* 10:00 1 16200000 1 0 coding 0",
                        "assisted 10:00 1 16200000 1 0 coding 0",
                        "unknown 05:00 0 0 0 0 - 1");
    }
}
