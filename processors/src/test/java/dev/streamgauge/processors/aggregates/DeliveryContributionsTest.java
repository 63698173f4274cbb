package dev.streamgauge.processors.aggregates;

import static dev.streamgauge.processors.aggregates.WindowKey.Kind.FLOW;
import static dev.streamgauge.processors.aggregates.WindowKey.Kind.LEAD_TIME;
import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.definitions.Baseline;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Reviewed;
import dev.streamgauge.processors.testkit.Story;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryContributionsTest {

    private static final long MINUTE = 60_000;

    private static Definitions answering(Profile... profiles) {
        Baseline baseline = new Baseline(Moments.millis("12:00"), Moments.millis("12:10"));
        return new Definitions(Definitions.DEFAULT.production(), List.of(), null, baseline, Set.of(profiles));
    }

    private static Reviewed reviewed() {
        return request("7")
                .by("human", "assisted")
                .author("ann")
                .opened("09:30")
                .ready("10:00")
                .reviewed("09:40", "robot", "bot", "commented")
                .reviewed("10:20", "bob", "human", "approved");
    }

    /** A request with all stages but merge, delivered at 12:05; and a direct push, delivered with it. */
    private static Story delivered(Definitions definitions, Reviewed request) {
        return Story.under(definitions)
                .then(
                        landed(commit("a1")).at("08:00"),
                        deploy("D0", "a1").at("08:10"),
                        request,
                        landed(commit("b1").authored("09:00")).at("10:00"),
                        landed(commit("c7").names("7").authored("09:00")).at("11:00"),
                        build("1", "c7").at("11:15"),
                        deploy("D1", "c7")
                                .requested("11:35")
                                .approved("11:45")
                                .started("11:55")
                                .at("12:05"));
    }

    private static WindowSums leadTime(Story story, String evidence, String metric) {
        return story.window(LEAD_TIME, Window.HOUR, "12:00", "shop", "production", evidence, "streamgauge", metric);
    }

    private static WindowSums devLake(Story story, String metric) {
        return story.window(LEAD_TIME, Window.HOUR, "12:00", "shop", "production", "*", "devlake", metric);
    }

    @Test
    void eachStageIsAMetricAndLeavesOutTheChangesInWhichItDidNotOccur() {
        // Given
        Story story = delivered(Definitions.DEFAULT, reviewed());

        // When
        WindowSums coding = leadTime(story, "*", "coding");
        WindowSums review = leadTime(story, "*", "review");

        // Then
        assertThat(coding.summary().count()).isEqualTo(2);
        assertThat(coding.summary().sumMs()).isEqualTo((60 + 60) * MINUTE);
        assertThat(coding.sums()).isEmpty();
        assertThat(review.summary().count()).isEqualTo(1);
        assertThat(review.sums()).isEqualTo(Map.of("excluded_absent", 1L));
    }

    @Test
    void aPartOfAStageIsCountedIfItIsKnown() {
        // Given
        Story story = delivered(Definitions.DEFAULT, reviewed());

        // When
        WindowSums approval = leadTime(story, "*", "approval_wait");
        WindowSums queue = leadTime(story, "*", "merge_queue");

        // Then
        assertThat(approval.summary().sumMs()).isEqualTo(2 * 10 * MINUTE);
        assertThat(queue.summary().count()).isZero();
        assertThat(queue.sums()).isEqualTo(Map.of("excluded_absent", 2L));
    }

    @Test
    void eachRowIsGivenPerAiEvidenceToo() {
        // Given
        Story story = delivered(Definitions.DEFAULT, reviewed());

        // When
        List<Long> counts = List.of("*", "assisted", "unknown").stream()
                .map(evidence ->
                        leadTime(story, evidence, "change_lead_time").summary().count())
                .toList();

        // Then
        assertThat(counts).containsExactly(2L, 1L, 1L);
        assertThat(leadTime(story, "no-evidence", "change_lead_time")).isNull();
    }

    @Test
    void whatIsInFlightIsNotCounted() {
        // Given
        Story story =
                Story.of(landed(commit("a1")).at("08:00"), deploy("D0", "a1").at("08:10"));
        var before = List.copyOf(story.rows(Aggregation.WINDOWS));

        // When
        story.then(landed(commit("b1").authored("09:00")).at("10:00"));

        // Then
        assertThat(story.inFlight()).containsExactly("@b1 integration 10:00");
        assertThat(story.rows(Aggregation.WINDOWS)).containsExactlyElementsOf(before);
    }

    @Test
    void flowSumsTheStagesOfWhatWasDelivered() {
        // Given
        Story story = delivered(Definitions.DEFAULT, reviewed().enqueued("10:30"));

        // When
        WindowSums flow = story.window(FLOW, Window.DAY, "00:00", "shop", "production", "assisted");

        // Then
        assertThat(flow.sums())
                .isEqualTo(Map.ofEntries(
                        Map.entry("count", 1L),
                        Map.entry("total_ms", 185 * MINUTE),
                        Map.entry("coding_ms", 60 * MINUTE),
                        Map.entry("coding_count", 1L),
                        Map.entry("pickup_ms", 20 * MINUTE),
                        Map.entry("pickup_count", 1L),
                        Map.entry("review_count", 1L),
                        Map.entry("merge_ms", 40 * MINUTE),
                        Map.entry("merge_count", 1L),
                        Map.entry("merge_queue_ms", 30 * MINUTE),
                        Map.entry("integration_ms", 15 * MINUTE),
                        Map.entry("integration_count", 1L),
                        Map.entry("deploy_wait_ms", 40 * MINUTE),
                        Map.entry("deploy_wait_count", 1L),
                        Map.entry("approval_wait_ms", 10 * MINUTE),
                        Map.entry("deploy_run_ms", 10 * MINUTE),
                        Map.entry("deploy_run_count", 1L)));
    }

    @Test
    void aDeliveredChangeWithoutStagesIsLeftOutOfFlow() {
        // Given
        Story story = delivered(Definitions.DEFAULT, reviewed());

        // When
        WindowSums flow = story.window(FLOW, Window.HOUR, "08:00", "shop", "production", "*");

        // Then
        assertThat(flow.sums()).isEqualTo(Map.of("excluded_no_stages", 1L));
    }

    @ParameterizedTest
    @CsvSource({"11:59:59.999, false", "12:00, true", "12:09:59.999, true", "12:10, false"})
    void whatIsDeliveredInTheBaselinePeriodIsSummedThereToo(String delivered, boolean counted) {
        // Given
        Story story = Story.under(answering())
                .then(
                        landed(commit("a1")).at("08:00"),
                        deploy("D0", "a1").at("08:10"),
                        landed(commit("b1").authored("09:00")).at("10:00"));

        // When
        story.then(deploy("D1", "b1").at(delivered));

        // Then
        WindowSums baseline = story.window(FLOW, Window.BASELINE, "12:00", "shop", "production", "*");
        assertThat(baseline != null && baseline.sum("count") == 1).isEqualTo(counted);
    }

    @Test
    void inDevLakesTermsARequestHasFourTimesAndTheirSum() {
        // Given
        Story story = delivered(answering(Profile.DEVLAKE), reviewed().mergedAt("10:59:30"));

        // When
        Map<String, Long> times = Map.of(
                "coding", devLake(story, "pr_coding_time").summary().sumMs(),
                "pickup", devLake(story, "pr_pickup_time").summary().sumMs(),
                "review", devLake(story, "pr_review_time").summary().sumMs(),
                "deploy", devLake(story, "pr_deploy_time").summary().sumMs(),
                "cycle", devLake(story, "pr_cycle_time").summary().sumMs());

        // Then
        assertThat(times)
                .isEqualTo(Map.of(
                        "coding", 30 * MINUTE,
                        "pickup", 10 * MINUTE,
                        "review", 80 * MINUTE,
                        "deploy", 66 * MINUTE,
                        "cycle", 186 * MINUTE));
    }

    @Test
    void inDevLakesTermsATimeThatIsNegativeOrLacksAnEndIsLeftOut() {
        // Given
        Reviewed unseen = request("7").author("ann").opened("08:50");

        // When
        Story story = delivered(answering(Profile.DEVLAKE), unseen);

        // Then
        for (String metric : List.of("pr_coding_time", "pr_pickup_time", "pr_review_time", "pr_cycle_time")) {
            assertThat(devLake(story, metric).sums()).as(metric).isEqualTo(Map.of("excluded_absent", 1L));
        }
    }

    @Test
    void inDevLakesTermsWithoutAReviewItBeganWhenItWasOpened() {
        // Given
        Reviewed unreviewed = request("7").author("ann").opened("09:30").mergedAt("11:00");

        // When
        Story story = delivered(answering(Profile.DEVLAKE), unreviewed);

        // Then
        assertThat(devLake(story, "pr_review_time").summary().sumMs()).isEqualTo(90 * MINUTE);
    }

    @Test
    void devLakeIsNotAnsweredUnlessAsked() {
        // Given
        Definitions definitions = answering();

        // When
        Story story = delivered(definitions, reviewed());

        // Then
        assertThat(devLake(story, "pr_cycle_time")).isNull();
    }

    @Test
    void devLakeKnowsOnlyProduction() {
        // Given
        Story story = delivered(answering(Profile.DEVLAKE), reviewed());

        // When
        story.then(
                deploy("S0", "a1").to("shop", "staging").at("08:10"),
                deploy("S1", "c7").to("shop", "staging").at("12:05"));

        // Then
        assertThat(story.window(LEAD_TIME, Window.HOUR, "12:00", "shop", "staging", "*", "devlake", "pr_cycle_time"))
                .isNull();
    }
}
