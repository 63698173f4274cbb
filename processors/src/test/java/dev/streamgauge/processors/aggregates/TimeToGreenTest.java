package dev.streamgauge.processors.aggregates;

import static dev.streamgauge.processors.aggregates.WindowKey.Kind.TIME_TO_GREEN;
import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.testkit.Story;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeToGreenTest {

    private static final long MINUTE = 60_000;
    private static final Definitions CIRCLECI =
            new Definitions(List.of(), List.of(), null, null, Set.of(Profile.CIRCLECI));

    private static Story red(Story story) {
        return story.then(
                landed(commit("c1")).at("09:00"),
                landed(commit("c2")).at("09:10"),
                build("1", "c1").failed().at("09:30"));
    }

    private static Map<String, Long> sums(Story story, Window window, String start, String workflow) {
        return story.sums(TIME_TO_GREEN, window, start, workflow, "streamgauge");
    }

    @Test
    void anEpisodeIsOpenInTheHourOfItsBeginningAndCountedInThatOfItsEnd() {
        // Given
        Story story = red(Story.of());
        assertThat(sums(story, Window.HOUR, "09:00", "ci")).isEqualTo(Map.of("excluded_open", 1L));

        // When
        story.then(build("2", "c2").at("10:10"));

        // Then
        WindowSums ten = story.window(TIME_TO_GREEN, Window.HOUR, "10:00", "*", "streamgauge");
        assertThat(ten.sums()).isEmpty();
        assertThat(ten.summary()).isEqualTo(Summary.EMPTY.add(40 * MINUTE, 1));
        assertThat(sums(story, Window.HOUR, "09:00", "*")).isNull();
    }

    @Test
    void redTimeIsSpreadOverTheWindowsOfItsWorkflow() {
        // Given
        Story story = red(Story.of());

        // When
        story.then(build("2", "c2").at("11:10"));

        // Then
        assertThat(sums(story, Window.HOUR, "09:00", "ci")).isEqualTo(Map.of("red_ms", 30 * MINUTE));
        assertThat(sums(story, Window.HOUR, "10:00", "ci")).isEqualTo(Map.of("red_ms", 60 * MINUTE));
        assertThat(sums(story, Window.HOUR, "11:00", "ci")).isEqualTo(Map.of("red_ms", 10 * MINUTE));
        assertThat(sums(story, Window.DAY, "00:00", "ci")).isEqualTo(Map.of("red_ms", 100 * MINUTE));
        assertThat(sums(story, Window.DAY, "00:00", "*")).isEmpty();
    }

    @Test
    void anEpisodeThatEndsWithAnHourDoesNotTouchTheNext() {
        // Given
        Story story = red(Story.of());

        // When
        story.then(build("2", "c2").at("10:00"));

        // Then
        assertThat(sums(story, Window.HOUR, "09:00", "ci")).isEqualTo(Map.of("red_ms", 30 * MINUTE));
        assertThat(sums(story, Window.HOUR, "10:00", "ci")).isEmpty();
    }

    @Test
    void redTimeIsTakenBackWhereALateBuildEndsTheEpisodeEarlier() {
        // Given
        Story story = red(Story.of()).then(build("2", "c2").at("2026-03-03T01:30:00Z"));
        assertThat(sums(story, Window.DAY, "2026-03-03T00:00:00Z", "ci")).isEqualTo(Map.of("red_ms", 90 * MINUTE));

        // When
        story.then(build("3", "c2").at("10:15"));

        // Then
        assertThat(sums(story, Window.DAY, "2026-03-03T00:00:00Z", "ci")).isNull();
        assertThat(sums(story, Window.DAY, "00:00", "ci")).isEqualTo(Map.of("red_ms", 45 * MINUTE));
        assertThat(sums(story, Window.HOUR, "10:00", "ci")).isEqualTo(Map.of("red_ms", 15 * MINUTE));
        assertThat(sums(story, Window.HOUR, "11:00", "ci")).isNull();
    }

    @Test
    void onlyRequiredWorkflowsCountForAll() {
        // Given
        Story story = Story.under(new Definitions(List.of(), Pattern.all("lint"), null, null, Set.of()));

        // When
        red(story);

        // Then
        assertThat(sums(story, Window.HOUR, "09:00", "ci")).isEqualTo(Map.of("excluded_open", 1L));
        assertThat(sums(story, Window.HOUR, "09:00", "*")).isNull();
    }

    @Test
    void circleciTakesEachFailureToTheNextSuccessWhateverTheirCommits() {
        // Given
        Story story = Story.under(CIRCLECI)
                .then(
                        build("1", "c2").failed().at("09:30"),
                        build("2", "c3").failed().at("09:40"),
                        build("3", "c4").failed().at("10:20"));
        assertThat(story.sums(TIME_TO_GREEN, Window.HOUR, "09:00", "ci", "circleci"))
                .isEqualTo(Map.of("excluded_open", 2L));

        // When
        story.then(build("4", "c1").at("10:10"));

        // Then
        assertThat(story.window(TIME_TO_GREEN, Window.HOUR, "10:00", "ci", "circleci")
                        .summary())
                .isEqualTo(Summary.EMPTY.add(40 * MINUTE, 1).add(30 * MINUTE, 1));
        assertThat(story.sums(TIME_TO_GREEN, Window.HOUR, "10:00", "*", "circleci"))
                .isEqualTo(Map.of("excluded_open", 1L));
        assertThat(story.sums(TIME_TO_GREEN, Window.HOUR, "09:00", "ci", "circleci"))
                .isNull();
    }
}
