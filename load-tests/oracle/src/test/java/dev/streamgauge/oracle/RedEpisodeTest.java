package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.build;
import static dev.streamgauge.oracle.Line.landing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When main was red. The commits c1 to c5 landed in this order, at 09:01 to 09:05. */
class RedEpisodeTest {

    private static final String[] EPISODE = {"red_run_id", "started_at", "green_run_id", "ended_at", "failures"};

    private static Story story(Line... builds) {
        Stream<Line> landings = Stream.of("1", "2", "3", "4", "5").map(n -> landing("09:0" + n, "c" + n));
        return Story.of(Stream.concat(landings, Stream.of(builds)).toArray(Line[]::new));
    }

    @Test
    void anEpisodeLastsFromTheFirstFailureToTheNextSuccess() {
        // When
        Story story = story(
                build("10:01", "1", "c1", "success"),
                build("10:02", "2", "c2", "failure"),
                build("10:03", "3", "c3", "timed_out"),
                build("10:10", "4", "c4", "success"));

        // Then
        assertThat(story.told("red_episodes", EPISODE)).containsExactly("2 10:02 4 10:10 2");
        assertThat(story.told("red_episodes", "red_sha", "green_sha", "time_to_green_ms"))
                .containsExactly("c2 c4 480000");
    }

    @Test
    void aLateSuccessOfAnOlderCommitEndsNothing() {
        // When: c1 turns green after c2 has failed
        Story story = story(
                build("10:02", "2", "c2", "failure"),
                build("10:05", "1", "c1", "success"),
                build("10:09", "3", "c3", "success"));

        // Then
        assertThat(story.told("red_episodes", EPISODE)).containsExactly("2 10:02 3 10:09 1");
    }

    @Test
    void aFailureThatWasOvertakenBeforeItWasKnownOpensNothing() {
        // When: c2 fails when c3 has been green for long
        Story story = story(
                build("10:03", "3", "c3", "success"),
                build("10:04", "2", "c2", "failure"),
                build("10:04", "1", "c1", "success"));

        // Then
        assertThat(story.told("red_episodes", EPISODE)).isEmpty();
    }

    @Test
    void aSuccessOfTheSameInstantOrOfTheSameCommitOvertakesNothing() {
        // When: c3 is green at the very instant, and c2 itself was green before
        Story story = story(
                build("10:01", "1", "c2", "success"),
                build("10:04", "2", "c2", "failure"),
                build("10:04", "3", "c3", "success"));

        // Then: the rerun that fails after a success opens an episode, of no length
        assertThat(story.told("red_episodes", EPISODE)).containsExactly("2 10:04 3 10:04 1");
    }

    @Test
    void mainIsStillRedWithoutASuccessThatComesLaterInTheWalk() {
        // When: the only success is of the commit before the last
        Story story = story(
                build("10:05", "5", "c5", "failure"),
                build("10:06", "5b", "c5", "failure"),
                build("10:07", "4", "c4", "success"));

        // Then
        assertThat(story.told("red_episodes", EPISODE)).containsExactly("5 10:05 - - 2");
        assertThat(story.told("red_episodes", "green_sha", "green_attempt", "time_to_green_ms"))
                .containsExactly("- - -");
    }

    @Test
    void theSuccessThatWasFirstInTimeEndsItNotTheFirstInTheWalk() {
        // When: c2's rerun is the next success in the walk, but c4 was green before it
        Story story = story(
                build("10:02", "2", "c2", "failure"),
                build("10:30", "2b", "c2", "success"),
                build("10:20", "3", "c3", "failure"),
                build("10:10", "4", "c4", "success"));

        // Then: the walk goes on after c4, and counts c3's failure on its way there
        assertThat(story.told("red_episodes", EPISODE)).containsExactly("2 10:02 4 10:10 2");
    }

    @Test
    void afterItsEndMainIsGreenAndMayTurnRedAgain() {
        // When: two attempts of one run
        Story story = story(
                build("10:01", "1", "c1", "failure"),
                build("10:02", "1", "c1", "success").with("attempt", 2),
                build("10:03", "1", "c1", "failure").with("attempt", 3),
                build("10:08", "2", "c2", "success"));

        // Then
        assertThat(story.told("red_episodes", "red_attempt", "started_at", "green_run_id", "green_attempt"))
                .containsExactly("1 10:01 1 2", "3 10:03 2 1");
    }

    @Test
    void buildsOfOneCommitAndInstantAreWalkedByRunAndThenByAttempt() {
        // When: as text, run "10" is before run "9"
        Story story = story(
                build("10:00", "10", "c1", "success").with("attempt", 2),
                build("10:00", "10", "c1", "failure"),
                build("10:00", "9", "c1", "failure"));

        // Then
        assertThat(story.told("red_episodes", "red_run_id", "red_attempt", "green_run_id", "green_attempt"))
                .containsExactly("10 1 10 2", "9 1 - -");
    }

    @Test
    void aBuildIsNotFinishedBeforeItsCommitLanded() {
        // When: the failure says 08:00, an hour before its landing; the success of c2 says 08:30
        Story story = story(build("08:00", "1", "c1", "failure"), build("08:30", "2", "c2", "success"));

        // Then: c2 has not overtaken c1
        assertThat(story.told("red_episodes", EPISODE)).containsExactly("1 09:01 2 09:02 1");
    }

    @Test
    void infrastructureErrorsAndUnknownCommitsNeitherOpenNorEnd() {
        // When
        Story story = story(
                build("10:01", "1", "c1", "infrastructure_error"),
                build("10:01", "9", "unknown", "failure"),
                build("10:02", "2", "c2", "failure"),
                build("10:03", "3", "c3", "infrastructure_error"),
                build("10:04", "9b", "unknown", "success"));

        // Then
        assertThat(story.told("red_episodes", EPISODE)).containsExactly("2 10:02 - - 1");
        assertThat(story.told("completeness", "source", "builds_without_landing"))
                .containsExactly("* 2", "file 0");
    }

    @Test
    void workflowsAreWalkedApartAndSummedTogether() {
        // When: lint's success does not end ci's episode
        Story story = story(
                build("10:02", "2", "c2", "failure"),
                build("10:03", "3", "c3", "success").with("workflow", "lint"),
                build("10:03", "4", "c2", "failure").with("workflow", "lint"),
                build("11:02", "5", "c4", "success").with("workflow", "lint"),
                build("11:30", "6", "c4", "success"),
                build("11:40", "7", "c5", "failure"));

        // Then
        assertThat(story.told("red_episodes", EPISODE))
                .containsExactly("2 10:02 6 11:30 1", "7 11:40 - - 1", "4 10:03 3 10:03 1");
        assertThat(story.hourly(
                        "time_to_green", "*", "window_start", "count", "mean_ms", "p50_ms", "max_ms", "excluded_open"))
                .containsExactly("10:00 1 0 0 0 0", "11:00 1 5280000 5280000 5280000 1");
        assertThat(story.hourly("time_to_green", "lint", "window_start", "count", "excluded_open"))
                .containsExactly("10:00 1 0");
    }
}
