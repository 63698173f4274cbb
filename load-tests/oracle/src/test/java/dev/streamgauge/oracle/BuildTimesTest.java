package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.build;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What builds waited for, how long they ran, and how much got through. */
class BuildTimesTest {

    /** Queued at 09:00, started at 10:00, finished at 10:30. */
    private static Line timed() {
        return build("10:30", "1", "c", "success")
                .with("queued_at", at("09:00"))
                .with("started_at", at("10:00"));
    }

    /** "blocked approval runner_queue run" in minutes, "-" if not counted. */
    private static List<String> times(Line build) {
        Story story = Story.of(build)
                .where("scope", "repository")
                .where("window", "day")
                .where("workflow", "ci");
        return List.of("blocked", "approval", "runner_queue", "run").stream()
                .map(metric -> story.where("metric", metric).told("build_times", "sum_ms").stream()
                        .map(sum -> Long.toString(Long.parseLong(sum) / 60_000))
                        .findFirst()
                        .orElse("-"))
                .toList();
    }

    @Test
    void withoutMoreKnownAllOfTheWaitIsTheRunners() {
        // When and Then
        assertThat(times(timed())).containsExactly("-", "-", "60", "30");
    }

    @Test
    void threeTimesThatDoNotOverlapSumToTheWait() {
        // When: blocked to 09:20; the gate was asked at 09:10 and answered at 09:45
        List<String> times = times(timed().with("ready_at", at("09:20"))
                .with("approval_requested_at", at("09:10"))
                .with("approved_at", at("09:45")));

        // Then: what overlaps is approval
        assertThat(times).containsExactly("10", "35", "15", "30");
    }

    @Test
    void anApprovalInTheMiddleOfABlockCutsOnlyItself() {
        // When
        List<String> times = times(timed().with("ready_at", at("09:50"))
                .with("approval_requested_at", at("09:10"))
                .with("approved_at", at("09:30")));

        // Then
        assertThat(times).containsExactly("30", "20", "10", "30");
    }

    @Test
    void whatLiesOutsideTheWaitDoesNotCount() {
        // When: asked before it was queued, answered nobody knows when; ready after it started
        List<String> times = times(timed().with("ready_at", at("10:10")).with("approval_requested_at", at("08:00")));
        List<String> early = times(timed().with("ready_at", at("08:00"))
                .with("approval_requested_at", at("08:00"))
                .with("approved_at", at("08:30")));

        // Then
        assertThat(times).containsExactly("0", "60", "0", "30");
        assertThat(early).containsExactly("0", "0", "60", "30");
    }

    @Test
    void fiveMinutesAreADifferenceOfClocksMoreIsSkew() {
        // Given
        String[] fields = {"metric", "count", "sum_ms", "excluded_clock_skew"};
        Line little = timed().with("queued_at", at("10:05"));
        Line much = timed().with("queued_at", at("10:05:00.001")).with("ready_at", at("10:00"));
        Line late = timed().with("finished_at", at("09:54")).with("attempt", 2);

        // When
        Story equal = Story.of(little).where("scope", "organisation").where("window", "day");
        Story skewed = Story.of(much, late).where("scope", "organisation").where("window", "day");

        // Then
        assertThat(equal.told("build_times", fields)).containsExactly("run 1 1800000 0", "runner_queue 1 0 0");
        assertThat(skewed.told("build_times", fields)).containsExactly("run 0 0 2", "runner_queue 0 0 2");
    }

    @Test
    void jobsAreTimedApartAndOnlyWholeRunsAreAdded() {
        // Given: of any branch; a build that was never started has no times
        Line job = timed().with("job", "unit").with("branch", "topic").with("trigger", "pull_request");
        Line lint = timed().with("run_id", "2").with("workflow", "lint");
        Line skipped = build("10:30", "3", "c", "skipped").with("queued_at", at("10:00"));

        // When
        Story story = Story.of(OracleSettings.DEFAULTS.withRequiredWorkflows("ci"), timed(), job, lint, skipped);

        // Then
        assertThat(story.where("window", "day")
                        .where("metric", "run")
                        .told("build_times", "scope", "workflow", "job", "count", "max_ms"))
                .containsExactly(
                        "organisation * * 1 1800000",
                        "repository * * 1 1800000",
                        "repository ci * 1 1800000",
                        "repository ci unit 1 1800000",
                        "repository lint * 1 1800000");
    }

    @Test
    void throughputCountsRunsAndDistinctCommitsPerBranchClass() {
        // Given: c1 is built in two hours, and in two classes; a job is no run
        Line[] lines = {
            build("09:00", "1", "c1", "failure"),
            build("10:00", "1", "c1", "success").with("attempt", 2),
            build("10:00", "2", "c2", "cancelled"),
            build("10:00", "2", "c2", "success").with("job", "unit"),
            build("10:00", "3", "c1", "success").with("trigger", "merge_group").with("branch", "queue/1"),
            build("10:00", "4", "c1", "timed_out").with("branch", "topic"),
            build("10:00", "5", "c1", "success").with("trigger", "manual"),
        };

        // When
        Story story = Story.of(lines).where("scope", "repository").where("window", "hour");

        // Then
        assertThat(story.told("throughput", "branch_class", "window_start", "runs", "successes", "failures", "commits"))
                .containsExactly(
                        "feature 10:00 2 1 1 1",
                        "main 09:00 1 0 1 1",
                        "main 10:00 2 1 0 1",
                        "merge_queue 10:00 1 1 0 1");
    }
}
