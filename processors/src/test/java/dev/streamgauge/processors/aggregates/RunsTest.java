package dev.streamgauge.processors.aggregates;

import static dev.streamgauge.processors.aggregates.WindowKey.Kind.BUILD_TIMES;
import static dev.streamgauge.processors.aggregates.WindowKey.Kind.THROUGHPUT;
import static dev.streamgauge.processors.testkit.Cast.build;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.testkit.Story;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunsTest {

    private static final long MINUTE = 60_000;

    private static Summary times(Story story, String job, String metric) {
        return story.window(BUILD_TIMES, Window.HOUR, "10:00", "ci", job, metric)
                .summary();
    }

    @Test
    void runsAreCountedByTheKindOfTheirBranch() {
        // Given
        Story story = Story.of();

        // When
        story.then(
                build("1", "c1").at("10:01"),
                build("2", "c1").trigger("merge_group").branch("queue").failed().at("10:02"),
                build("3", "c1").trigger("pull_request").branch("topic").at("10:03"),
                build("4", "c1")
                        .from("example.org/eve/shop")
                        .outcome("cancelled")
                        .at("10:04"),
                build("5", "c2").trigger("manual").running().at("10:05"));

        // Then
        assertThat(story.sums(THROUGHPUT, Window.HOUR, "10:00", "main"))
                .isEqualTo(Map.of("runs", 1L, "successes", 1L, "commits", 1L));
        assertThat(story.sums(THROUGHPUT, Window.HOUR, "10:00", "merge_queue"))
                .isEqualTo(Map.of("runs", 1L, "failures", 1L, "commits", 1L));
        assertThat(story.sums(THROUGHPUT, Window.HOUR, "10:00", "feature"))
                .isEqualTo(Map.of("runs", 2L, "successes", 1L, "commits", 1L));
    }

    @Test
    void aCommitCountsInTheWindowOfItsFirstRunOfAnyWorkflow() {
        // Given
        Story story = Story.of(
                build("1", "c1").at("11:01"), build("1", "c1").attempt(2).at("11:02"));

        // When
        story.then(build("2", "c1").workflow("lint").outcome("skipped").at("10:01"));

        // Then
        assertThat(story.sums(THROUGHPUT, Window.HOUR, "10:00", "main")).isEqualTo(Map.of("runs", 1L, "commits", 1L));
        assertThat(story.sums(THROUGHPUT, Window.HOUR, "11:00", "main")).isEqualTo(Map.of("runs", 2L, "successes", 2L));
    }

    @Test
    void aCommitWhoseFirstRunMovesAwayCountsWithItsNext() {
        // Given
        Story story =
                Story.of(build("1", "c1").at("10:01"), build("2", "c1").failed().at("11:01"));

        // When
        story.then(build("1", "c0").at("10:01"));

        // Then
        assertThat(story.sums(THROUGHPUT, Window.HOUR, "10:00", "main"))
                .isEqualTo(Map.of("runs", 1L, "successes", 1L, "commits", 1L));
        assertThat(story.sums(THROUGHPUT, Window.HOUR, "11:00", "main"))
                .isEqualTo(Map.of("runs", 1L, "failures", 1L, "commits", 1L));
    }

    @Test
    void aRunsTimeIsBlockedThenAtAnApprovalThenTheRunners() {
        // Given
        Story story = Story.of();

        // When
        story.then(build("1", "c1")
                .queued("10:00")
                .approvalRequested("10:02")
                .approved("10:04")
                .ready("10:05")
                .started("10:10")
                .at("10:30"));

        // Then
        assertThat(times(story, "*", "blocked")).isEqualTo(Summary.EMPTY.add(3 * MINUTE, 1));
        assertThat(times(story, "*", "approval")).isEqualTo(Summary.EMPTY.add(2 * MINUTE, 1));
        assertThat(times(story, "*", "runner_queue")).isEqualTo(Summary.EMPTY.add(5 * MINUTE, 1));
        assertThat(times(story, "*", "run")).isEqualTo(Summary.EMPTY.add(20 * MINUTE, 1));
    }

    @Test
    void snapshotsOfAJobTellItsTimesTogetherAndOnlyThem() {
        // Given
        Story story =
                Story.of(build("1", "c1").job("unit").running().queued("10:00").started("10:02"));

        // When
        story.then(build("1", "c1").job("unit").at("10:07"));

        // Then
        assertThat(times(story, "unit", "runner_queue")).isEqualTo(Summary.EMPTY.add(2 * MINUTE, 1));
        assertThat(times(story, "unit", "run")).isEqualTo(Summary.EMPTY.add(5 * MINUTE, 1));
        assertThat(story.rows(Aggregation.WINDOWS))
                .allMatch(sums -> sums.key().kind() == BUILD_TIMES)
                .hasSize(3);
    }

    @Test
    void aBuildWhoseClocksContradictEachOtherIsLeftOutOfBothTimes() {
        // Given
        Story story = Story.of();

        // When
        story.then(build("1", "c1")
                .queued("10:20")
                .ready("10:20")
                .started("10:14:59.999")
                .at("10:30"));

        // Then
        for (String metric : new String[] {"runner_queue", "run"}) {
            WindowSums hour = story.window(BUILD_TIMES, Window.HOUR, "10:00", "ci", "*", metric);
            assertThat(hour.sums()).isEqualTo(Map.of("excluded_clock_skew", 1L));
            assertThat(hour.summary()).isEqualTo(Summary.EMPTY);
        }
        assertThat(story.window(BUILD_TIMES, Window.HOUR, "10:00", "ci", "*", "blocked"))
                .isNull();
    }

    @Test
    void theRunsOfRequiredWorkflowsCountForAllButNotTheirJobs() {
        // Given
        Story story = Story.under(new Definitions(List.of(), Pattern.all("ci"), null, null, Set.of()));

        // When
        story.then(
                build("1", "c1").queued("10:00").started("10:02").at("10:07"),
                build("1", "c1").job("unit").queued("10:00").started("10:01").at("10:07"),
                build("2", "c1")
                        .workflow("lint")
                        .queued("10:00")
                        .started("10:03")
                        .at("10:07"));

        // Then
        assertThat(story.window(BUILD_TIMES, Window.HOUR, "10:00", "*", "*", "runner_queue")
                        .summary())
                .isEqualTo(Summary.EMPTY.add(2 * MINUTE, 1));
        assertThat(story.window(BUILD_TIMES, Window.HOUR, "10:00", "*", "unit", "runner_queue"))
                .isNull();
        assertThat(story.window(BUILD_TIMES, Window.HOUR, "10:00", "lint", "*", "runner_queue")
                        .summary())
                .isEqualTo(Summary.EMPTY.add(3 * MINUTE, 1));
    }
}
