package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.build;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an episode tells of itself, and the time that was red. The commits c1 to c5 landed at 09:01 to 09:05. */
class RedTimeTest {

    private static Story story(Line... builds) {
        Stream<Line> landings = Stream.of("1", "2", "3", "4", "5").map(n -> landing("09:0" + n, "c" + n));
        return Story.of(Stream.concat(landings, Stream.of(builds)).toArray(Line[]::new));
    }

    @Test
    void attemptsCountTheWholeWalkAndTheChangesOfTheOpenerAreSaid() {
        // Given: two requests were merged by c2
        Line one = request("09:00", "1", "merged").with("merge_sha", "c2");
        Line two = request("09:00", "2", "merged").with("merge_sha", "c2");

        // When: c2's own rerun is later in time than c4
        Story story = story(
                one,
                two,
                build("10:02", "2", "c2", "failure"),
                build("10:30", "2b", "c2", "success"),
                build("10:20", "3", "c3", "failure"),
                build("10:10", "4", "c4", "success"),
                build("11:00", "5", "c5", "failure"));

        // Then
        assertThat(story.told("red_episodes", "red_run_id", "attempts", "failures", "red_changes"))
                .containsExactly("2 4 2 [\"#1\",\"#2\"]", "5 1 1 [\"@c5\"]");
    }

    @Test
    void redTimeIsInEveryWindowThatAnEpisodeTouches() {
        // When: red from 10:30 to 12:15
        Story story = story(build("10:30", "2", "c2", "failure"), build("12:15", "3", "c3", "success"));

        // Then
        assertThat(story.hourly("time_to_green", "ci", "window_start", "count", "red_ms", "red_share"))
                .containsExactly("10:00 0 1800000 0.5", "11:00 0 3600000 1.0", "12:00 1 900000 0.25");
        assertThat(story.hourly("time_to_green", "*", "window_start", "count", "red_ms", "red_share"))
                .containsExactly("12:00 1 - -");
    }
}
