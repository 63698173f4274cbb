package dev.streamgauge.processors.aggregates;

import static dev.streamgauge.processors.aggregates.WindowKey.Kind.MAIN_BRANCH;
import static dev.streamgauge.processors.testkit.Cast.build;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.testkit.Story;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MainBranchTest {

    private static final Definitions CIRCLECI =
            new Definitions(List.of(), List.of(), null, null, Set.of(Profile.CIRCLECI));
    private static final Definitions ONLY_CI_IS_REQUIRED =
            new Definitions(List.of(), Pattern.all("c?"), null, null, Set.of());

    private static Map<String, Long> hour(Story story, String start, String workflow) {
        return story.sums(MAIN_BRANCH, Window.HOUR, start, workflow, "streamgauge");
    }

    @Test
    void countsEachAttemptAndLeavesOutWhatSaysNothing() {
        // Given
        Story story = Story.of();

        // When
        story.then(
                build("1", "c1").at("10:01"),
                build("2", "c1").failed().at("10:02"),
                build("2", "c1").attempt(2).at("10:03"),
                build("3", "c1").trigger("schedule").outcome("timed_out").at("10:04"),
                build("4", "c1").outcome("cancelled").at("10:05"),
                build("5", "c1").outcome("infrastructure_error").at("10:06"),
                build("6", "c1").trigger("pull_request").at("10:07"),
                build("7", "c1").from("example.org/eve/shop").at("10:08"),
                build("8", "c1")
                        .trigger("merge_group")
                        .branch("queue/main/9")
                        .failed()
                        .at("10:09"),
                build("1", "c1").job("unit").at("10:10"),
                build("9", "c1").running().at("10:11"),
                build("10", "c1").workflow("lint").at("10:12"));

        // Then
        assertThat(hour(story, "10:00", "ci"))
                .containsEntry("successes", 2L)
                .containsEntry("failures", 2L)
                .containsEntry("excluded_cancelled", 1L)
                .containsEntry("excluded_infrastructure_error", 1L);
        assertThat(hour(story, "10:00", "*"))
                .containsEntry("successes", 3L)
                .containsEntry("failures", 2L)
                .containsEntry("excluded_cancelled", 1L)
                .containsEntry("excluded_infrastructure_error", 1L);
    }

    @Test
    void onlyRequiredWorkflowsCountForAll() {
        // Given
        Story story = Story.under(ONLY_CI_IS_REQUIRED);

        // When
        story.then(
                build("1", "c1").at("10:01"),
                build("2", "c1").workflow("nightly").failed().at("10:02"));

        // Then
        assertThat(hour(story, "10:00", "*")).isEqualTo(Map.of("successes", 1L, "commits", 1L, "green_commits", 1L));
        assertThat(hour(story, "10:00", "nightly")).isEqualTo(Map.of("failures", 1L, "commits", 1L));
    }

    @Test
    void aCommitIsJudgedByItsFirstBuildAndTheOthersAreReruns() {
        // Given
        Story story = Story.of(
                build("1", "c1").attempt(2).at("10:30"),
                build("1", "c1").attempt(3).at("10:40"));

        // When
        story.then(build("1", "c1").failed().at("09:50"));

        // Then
        assertThat(hour(story, "09:00", "ci")).isEqualTo(Map.of("failures", 1L, "commits", 1L));
        assertThat(hour(story, "10:00", "ci")).isEqualTo(Map.of("successes", 2L, "reruns", 2L, "flakes", 1L));
    }

    @Test
    void aCommitThatFailsAfterItsSuccessIsNoFlakeUntilItSucceedsAgain() {
        // Given
        Story story =
                Story.of(build("1", "c1").at("10:10"), build("2", "c1").failed().at("10:20"));
        assertThat(hour(story, "10:00", "ci")).doesNotContainKey("flakes").containsEntry("green_commits", 1L);

        // When
        story.then(
                build("3", "c1").at("11:10"),
                build("4", "c1").failed().at("11:20"),
                build("5", "c1").at("12:00"));

        // Then
        assertThat(hour(story, "11:00", "ci"))
                .isEqualTo(Map.of("successes", 1L, "failures", 1L, "reruns", 2L, "flakes", 1L));
        assertThat(hour(story, "12:00", "ci")).isEqualTo(Map.of("successes", 1L, "reruns", 1L));
    }

    @Test
    void ofTwoBuildsOfTheSameInstantTheSmallerNameByItsBytesIsFirst() {
        // Given
        Story story = Story.of(build("😀", "c1").failed().at("10:10"));

        // When
        story.then(build("～", "c1").at("10:10"));

        // Then
        assertThat(hour(story, "10:00", "ci"))
                .containsEntry("green_commits", 1L)
                .doesNotContainKey("flakes");
    }

    @Test
    void workflowsAndCommitsHaveFirstsOfTheirOwn() {
        // Given
        Story story = Story.of();

        // When
        story.then(
                build("1", "c1").failed().at("10:01"),
                build("2", "c2").at("10:02"),
                build("3", "c1").workflow("lint").at("10:03"));

        // Then
        assertThat(hour(story, "10:00", "*"))
                .isEqualTo(Map.of("successes", 2L, "failures", 1L, "commits", 3L, "green_commits", 2L));
    }

    @Test
    void aBuildThatTurnsOutToBeOfAnotherBranchTakesItsVerdictBack() {
        // Given
        Story story = Story.of(
                build("1", "c1").branch("main").failed().at("10:01"),
                build("2", "c1").at("10:20"));

        // When
        story.then(build("1", "c1").branch("a-topic").failed().at("10:01"));

        // Then
        assertThat(hour(story, "10:00", "ci")).isEqualTo(Map.of("successes", 1L, "commits", 1L, "green_commits", 1L));
    }

    @Test
    void circleciCountsAllThatIsNotCancelled() {
        // Given
        Story story = Story.under(CIRCLECI);

        // When
        story.then(
                build("1", "c1").at("10:01"),
                build("2", "c1").failed().at("10:02"),
                build("3", "c1").outcome("skipped").at("10:03"),
                build("4", "c1").outcome("infrastructure_error").at("10:04"),
                build("5", "c1").outcome("cancelled").at("10:05"),
                build("6", "c1").branch("a-topic").at("10:06"));

        // Then
        Map<String, Long> theirs = Map.of("count", 4L, "successes", 1L, "failures", 3L, "excluded_cancelled", 1L);
        assertThat(story.sums(MAIN_BRANCH, Window.HOUR, "10:00", "ci", "circleci"))
                .isEqualTo(theirs);
        assertThat(story.sums(MAIN_BRANCH, Window.DAY, "00:00", "*", "circleci"))
                .isEqualTo(theirs);
    }

    @Test
    void circleciIsSilentUnlessAsked() {
        // Given
        Story story = Story.of();

        // When
        story.then(build("1", "c1").failed().at("10:01"));

        // Then
        assertThat(story.rows(Aggregation.WINDOWS))
                .noneMatch(sums -> sums.key().dimensions().contains("circleci"));
    }
}
