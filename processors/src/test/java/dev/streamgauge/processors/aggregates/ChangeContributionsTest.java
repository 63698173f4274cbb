package dev.streamgauge.processors.aggregates;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.testkit.Story;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeContributionsTest {

    private static final String MONDAY = "2026-03-02T00:00:00Z";

    private static WindowSums hour(Story story, String start) {
        return story.window(Kind.MERGE_QUEUE, Window.HOUR, start);
    }

    @Test
    void aPassCountsInTheWindowOfItsEnd() {
        // Given
        Story story = Story.of(
                request("1").enqueued("08:50").dequeued("09:10"),
                request("1").enqueued("09:20"),
                landed(commit("a1").names("1")).at("09:50"));

        // When
        WindowSums nine = hour(story, "09:00");

        // Then
        assertThat(hour(story, "08:00")).isNull();
        assertThat(nine.summary().count()).isEqualTo(2);
        assertThat(nine.summary().sumMs()).isEqualTo(Duration.ofMinutes(50).toMillis());
        assertThat(nine.sums()).isEqualTo(Map.of("evictions", 1L, "landed", 1L));
    }

    @Test
    void aPassThatEndsWhenTheNextBeginsIsNeitherLandedNorEvicted() {
        // Given
        Story story = Story.of(request("1").enqueued("08:50"), request("1").enqueued("09:20"));

        // When
        WindowSums day = story.window(Kind.MERGE_QUEUE, Window.DAY, MONDAY);

        // Then
        assertThat(day.summary().count()).isEqualTo(1);
        assertThat(day.sums()).isEqualTo(Map.of("excluded_open", 1L));
    }

    @Test
    void aPassThatHasNotEndedCountsWhereItBegan() {
        // Given
        Story story = Story.of(request("1").enqueued("08:50"));

        // When
        WindowSums eight = hour(story, "08:00");

        // Then
        assertThat(eight.summary().count()).isZero();
        assertThat(eight.sums()).isEqualTo(Map.of("excluded_open", 1L));
    }

    @Test
    void thePassesOfACarrierDoNotCount() {
        // Given
        Story story =
                Story.of(request("3").from("develop").into("main").head("f1").enqueued("08:50"));

        // When
        story.then(request("1").from("feature").into("develop").head("f1").merged("m1"));

        // Then
        assertThat(hour(story, "08:00")).isNull();
    }
}
