package dev.streamgauge.processors.deliveries;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Committed;
import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks differ: up to five minutes are forgiven (docs/metrics.md, 7.2 and 7.3). */
class ClockTest {

    /** Request #7 with one branch commit, which is deployed; then it lands. */
    private static Story story(Committed branchCommit, String delivered, String landed) {
        return Story.of(
                request("7").head("e7"),
                pushed(branchCommit),
                deploy("D1", "e7").at(delivered),
                landed(commit("c7").names("7")).at(landed));
    }

    @ParameterizedTest
    @CsvSource({
        "10:29, 1m",
        "10:30, 0m",
        "10:34, 0m",
        "10:35, 0m",
        "10:35:00.001, before_landing",
        "10:36, before_landing"
    })
    void aLandingUpToFiveMinutesAfterTheDeployIsADifferenceOfClocks(String landed, String leadTime) {
        // Given
        Committed written = commit("e7").authored("10:00");

        // When
        Story story = story(written, "10:30", landed);

        // Then
        assertThat(story.deliveries()).containsExactly("#7 D1 owned_sha " + leadTime + " 30m");
    }

    @Test
    void aChangeThatHasNotLandedIsDeliveredByItsOwnCommit() {
        // Given
        Story story = Story.of(request("7").head("e7"), pushed(commit("e7").authored("10:00")));

        // When
        story.then(deploy("D1", "e7").at("10:30"));

        // Then
        assertThat(story.deliveries()).containsExactly("#7 D1 owned_sha before_landing 30m");
    }

    @ParameterizedTest
    @CsvSource({
        "09:30, 10:00, 10:20, 20m, 50m",
        "10:05, 10:00, 10:20, 20m, 20m",
        "10:05:00.001, 10:00, 10:20, 20m, clock_skew",
        "10:06, 10:00, 10:20, 20m, clock_skew",
        "10:33, 10:34, 10:30, 0m, 0m",
        "10:35, 10:34, 10:30, 0m, 0m",
        "10:35:00.001, 10:34, 10:30, 0m, clock_skew",
        "10:36, 10:40, 10:30, before_landing, clock_skew",
        "10:33, 10:27, 10:30, 3m, clock_skew"
    })
    void theFirstAuthorDateIsClampedWithinFiveMinutes(
            String authored, String landed, String delivered, String deliveryLeadTime, String changeLeadTime) {
        // Given
        Committed written = commit("e7").authored(authored);

        // When
        Story story = story(written, delivered, landed);

        // Then
        assertThat(story.deliveries()).containsExactly("#7 D1 owned_sha " + deliveryLeadTime + " " + changeLeadTime);
    }

    @Test
    void withoutAnAuthorDateThereIsNoChangeLeadTime() {
        // Given
        Committed unwritten = commit("e7");

        // When
        Story story = story(unwritten, "10:30", "10:20");

        // Then
        assertThat(story.deliveries()).containsExactly("#7 D1 owned_sha 10m no_author_date");
    }

    @Test
    void allReasonsAreNamedOnceAndInOrder() {
        // Given
        Story skewed = story(commit("e7").authored("10:50"), "10:30", "10:40");

        // When
        Delivery delivery = skewed.rows(Deliveries.DELIVERIES).iterator().next();

        // Then
        assertThat(delivery.excluded()).containsExactly("before_landing", "clock_skew");
    }

    @Test
    void aBaselineHasOneReasonOnly() {
        // Given
        Story story =
                Story.of(landed(commit("a1")).at("09:00"), landed(commit("b1")).at("09:30"));

        // When
        story.then(deploy("D1", "b1").at("09:40"));

        // Then
        assertThat(story.rows(Deliveries.DELIVERIES))
                .filteredOn(Delivery::isBaseline)
                .singleElement()
                .satisfies(baseline -> assertThat(baseline.excluded()).containsExactly("baseline"));
    }
}
