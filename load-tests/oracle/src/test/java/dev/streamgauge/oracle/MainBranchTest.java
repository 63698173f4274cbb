package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.build;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which builds are main's own, and how they are counted. */
class MainBranchTest {

    private static final String[] COUNTS = {"window_start", "count", "successes", "failures", "run_success_rate"};

    @Test
    void onlyMainsOwnBuildsCount() {
        // Given: one by schedule, and five that only look like main's
        Line[] lines = {
            build("09:00", "1", "c1", "success").with("trigger", "schedule").with("head_repository", Line.SHOP),
            build("09:00", "2", "c1", "failure").with("trigger", "pull_request"),
            build("09:00", "3", "c1", "failure").with("head_repository", "github.com/fork/shop"),
            build("09:00", "4", "c1", "failure")
                    .with("trigger", "merge_group")
                    .with("branch", "gh-readonly-queue/main/x"),
            build("09:00", "5", "c1", "failure").without("default_branch"),
            build("09:00", "6", "c1", "failure").with("job", "lint"),
        };

        // When
        Story story = Story.of(lines);

        // Then: its commit need not be known to be on main
        assertThat(story.hourly("main_branch", "ci", COUNTS)).containsExactly("09:00 1 1 0 1.0");
    }

    @Test
    void eachAttemptCountsPerWorkflowAndForAll() {
        // Given
        Line first = build("09:00", "1", "c1", "timed_out");
        Line again = build("09:30", "1", "c1", "success").with("attempt", 2);
        Line lint = build("09:40", "2", "c1", "startup_failure").with("workflow", "lint");
        Line gate = build("09:50", "3", "c1", "action_required").with("workflow", "lint");

        // When
        Story story = Story.of(first, again, lint, gate);

        // Then
        assertThat(story.hourly("main_branch", "ci", COUNTS)).containsExactly("09:00 2 1 1 0.5");
        assertThat(story.hourly("main_branch", "lint", COUNTS)).containsExactly("09:00 2 0 2 0.0");
        assertThat(story.hourly("main_branch", "*", COUNTS)).containsExactly("09:00 4 1 3 0.25");
    }

    @Test
    void whatSaysNothingOfTheChangeIsLeftOutAndCountedApart() {
        // Given
        Line[] lines = Stream.of("cancelled", "skipped", "neutral", "stale", "infrastructure_error")
                .map(outcome -> build("09:00", outcome, "c1", outcome))
                .toArray(Line[]::new);

        // When
        Story story = Story.of(lines);

        // Then: no build succeeded or failed, so there is no rate
        assertThat(story.hourly("main_branch", "ci", COUNTS)).containsExactly("09:00 0 0 0 -");
        assertThat(story.hourly(
                        "main_branch",
                        "*",
                        "excluded_cancelled",
                        "excluded_skipped",
                        "excluded_neutral",
                        "excluded_stale",
                        "excluded_infrastructure_error"))
                .containsExactly("1 1 1 1 1");
    }

    @Test
    void oneSnapshotThatTellsMoreMakesABuildMains() {
        // Given: the finished one does not know the default branch; the running one does
        Line finished =
                build("09:00", "1", "c1", "failure").without("default_branch").without("finished_at");
        Line running = build("08:50", "1", "c1", "success").with("state", "running");
        Line cancelled = build("08:40", "1", "c1", "cancelled");

        // When
        Story story = Story.of(finished, running, cancelled);

        // Then: a failure dominates a cancellation, and what is not finished has no outcome
        assertThat(story.hourly("main_branch", "ci", COUNTS)).containsExactly("09:00 1 0 1 0.0");
    }

    @Test
    void onlyRequiredWorkflowsCountForAllTogether() {
        // Given
        OracleSettings settings = OracleSettings.DEFAULTS.withRequiredWorkflows("c?", "build (*)");
        Line[] lines = {
            build("09:00", "1", "c1", "success"),
            build("09:00", "2", "c1", "success").with("workflow", "build (x86)"),
            build("09:00", "3", "c1", "failure").with("workflow", "cil"),
            build("09:00", "4", "c1", "failure").with("workflow", "build x"),
        };

        // When
        Story story = Story.of(settings, lines);

        // Then
        assertThat(story.hourly("main_branch", "*", COUNTS)).containsExactly("09:00 2 2 0 1.0");
        assertThat(story.hourly("main_branch", "cil", COUNTS)).containsExactly("09:00 1 0 1 0.0");
        assertThat(story.told("red_episodes", "workflow")).isEmpty();
    }

    @Test
    void circleciCountsAllButTheCancelledAndEachFailureToTheNextSuccess() {
        // Given: no commit is known to be on main
        Line[] lines = {
            build("09:00", "1", "c1", "failure"),
            build("09:20", "2", "c2", "timed_out"),
            build("09:30", "3", "c2", "cancelled"),
            build("09:40", "4", "c2", "skipped"),
            build("10:00", "5", "c1", "success"),
            build("10:10", "6", "c1", "failure"),
        };

        // When
        Story story = Story.of(OracleSettings.DEFAULTS.withProfiles("circleci"), lines)
                .where("scope", "repository")
                .where("window", "day")
                .where("workflow", "ci")
                .where("profile", "circleci");

        // Then
        assertThat(story.told(
                        "main_branch", "count", "successes", "failures", "run_success_rate", "excluded_cancelled"))
                .containsExactly("5 1 4 0.2 1");
        assertThat(story.told("main_branch", "commits", "commit_green_rate", "reruns", "flakes", "excluded_skipped"))
                .containsExactly("0 - 0 0 0");
        assertThat(story.told("time_to_green", "count", "sum_ms", "max_ms", "excluded_open", "red_ms"))
                .containsExactly("2 6000000 3600000 1 -");
    }
}
