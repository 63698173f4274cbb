package dev.streamgauge.processors.aggregates;

import static dev.streamgauge.processors.aggregates.WindowKey.Kind.LEAD_TIME;
import static dev.streamgauge.processors.aggregates.WindowKey.Kind.MAIN_BRANCH;
import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Story;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregationTest {

    /** The lead times of docs/metrics.md, 7.1. */
    private static Story leadTimes() {
        return Story.of(
                landed(commit("a1").names("1").authored("08:00")).at("09:00"),
                landed(commit("b1").names("2").authored("08:30")).at("09:30"),
                landed(commit("c1").names("3").authored("09:15")).at("10:00"),
                landed(commit("d1").names("4").authored("09:40")).at("11:00"),
                deploy("D1", "b1").at("09:45"),
                deploy("D2", "d1").at("11:10"),
                deploy("D3", "c1").at("11:30"));
    }

    private static WindowSums leadTime(Story story, Window window, String start, String metric) {
        return story.window(LEAD_TIME, window, start, "shop", "production", "*", "streamgauge", metric);
    }

    @Test
    void aDaysLeadTimesAreCountedSummedAndExplained() {
        // Given
        Story story = leadTimes();

        // When
        WindowSums delivery = leadTime(story, Window.DAY, "00:00", "delivery_lead_time");
        WindowSums change = leadTime(story, Window.DAY, "00:00", "change_lead_time");

        // Then
        assertThat(delivery.summary().count()).isEqualTo(3);
        assertThat(delivery.summary().sumMs()).isEqualTo(5_700_000);
        assertThat(delivery.summary().meanMs()).isEqualTo(1_900_000);
        assertThat(delivery.sums()).isEqualTo(Map.of("excluded_baseline", 1L));
        assertThat(change.summary().sumMs()).isEqualTo(16_800_000);
        assertThat(change.sums()).isEqualTo(Map.of("excluded_baseline", 1L));
    }

    @Test
    void aChangeBelongsToTheHourOfItsDeliveryAndABaselineToThatOfItsLanding() {
        // Given
        Story story = leadTimes();

        // When
        WindowSums nine = leadTime(story, Window.HOUR, "09:00", "delivery_lead_time");
        WindowSums ten = leadTime(story, Window.HOUR, "10:00", "delivery_lead_time");
        WindowSums eleven = leadTime(story, Window.HOUR, "11:00", "delivery_lead_time");

        // Then
        assertThat(nine.summary().count()).isEqualTo(1);
        assertThat(nine.sum("excluded_baseline")).isEqualTo(1);
        assertThat(ten).isNull();
        assertThat(eleven.summary().count()).isEqualTo(2);
        assertThat(eleven.sum("excluded_baseline")).isZero();
    }

    @Test
    void aLateEventCorrectsAllWindows() {
        // Given
        Story story = leadTimes();

        // When
        story.then(deploy("D0", "a1").at("09:10"));

        // Then
        WindowSums delivery = leadTime(story, Window.WEEK, "00:00", "delivery_lead_time");
        assertThat(delivery.summary().count()).isEqualTo(4);
        assertThat(delivery.summary().sumMs()).isEqualTo(6_300_000);
        assertThat(delivery.sums()).isEmpty();
        assertThat(leadTime(story, Window.HOUR, "09:00", "change_lead_time")
                        .summary()
                        .count())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"before_landing, 09:50, 10:10", "clock_skew, 09:50, 09:40", "no_author_date, , 09:40"})
    void eachReasonIsCountedOnlyForTheMetricThatItLeavesOut(String reason, String authored, String landed) {
        // Given
        var written = authored == null ? commit("e1") : commit("e1").authored(authored);

        // When
        Story story = Story.of(
                landed(written, commit("m1").names("1")).at(landed),
                deploy("D1", "e1").at("10:00"));

        // Then
        boolean ofDelivery = reason.equals("before_landing");
        assertThat(leadTime(story, Window.DAY, "00:00", "delivery_lead_time").sums())
                .isEqualTo(ofDelivery ? Map.of("excluded_" + reason, 1L) : Map.of());
        assertThat(leadTime(story, Window.DAY, "00:00", "change_lead_time").sums())
                .isEqualTo(ofDelivery ? Map.of() : Map.of("excluded_" + reason, 1L));
    }

    private static List<WindowSums> leadTimes(Story story) {
        return story.rows(Aggregation.WINDOWS).stream()
                .filter(window -> window.key().kind() == WindowKey.Kind.LEAD_TIME)
                .toList();
    }

    @Test
    void aWindowInWhichEverythingIsZeroIsNoMore() {
        // Given
        Story story = Story.of(
                landed(commit("a1").authored("09:00")).at("09:10"),
                deploy("D1", "a1").at("09:20"));
        assertThat(leadTimes(story)).isNotEmpty();

        // When
        story.then(deploy("D1", "00").at("09:20"));

        // Then
        assertThat(story.deliveries()).isEmpty();
        assertThat(leadTimes(story)).isEmpty();
    }

    @Test
    void aBuildThatMovesToAnotherHourLeavesTheFirst() {
        // Given
        Story story = Story.of(build("1", "c1").at("10:00"));

        // When
        story.then(build("1", "c1").at("09:59:59.999"));

        // Then
        assertThat(story.window(MAIN_BRANCH, Window.HOUR, "10:00", "ci", "streamgauge"))
                .isNull();
        assertThat(story.window(MAIN_BRANCH, Window.HOUR, "09:00", "ci", "streamgauge")
                        .sum("successes"))
                .isEqualTo(1);
        assertThat(story.window(MAIN_BRANCH, Window.DAY, "00:00", "ci", "streamgauge")
                        .sum("successes"))
                .isEqualTo(1);
    }
}
