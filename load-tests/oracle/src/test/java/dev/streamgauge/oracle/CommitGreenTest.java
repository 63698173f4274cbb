package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.build;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the first attempt says of a commit, and what retries make of it. */
class CommitGreenTest {

    private static final String[] COMMITS = {
        "window_start", "commits", "green_commits", "commit_green_rate", "rerun_tax", "reruns", "flakes"
    };

    @Test
    void ofACommitTheFirstAttemptSpeaks() {
        // Given: c1 fails and passes twice in later hours; c2 passes; an error of the infrastructure is no attempt
        Line[] lines = {
            build("08:50", "1", "c1", "infrastructure_error"),
            build("09:00", "1", "c1", "failure").with("attempt", 2),
            build("10:00", "1", "c1", "success").with("attempt", 3),
            build("11:00", "1", "c1", "success").with("attempt", 4),
            build("09:30", "2", "c2", "success"),
        };

        // When
        Story story = Story.of(lines);

        // Then: a flake counts once
        assertThat(story.hourly("main_branch", "ci", COMMITS))
                .containsExactly(
                        "08:00 0 0 - - 0 0", "09:00 2 1 0.5 0.0 0 0", "10:00 0 0 - - 1 1", "11:00 0 0 - - 1 0");
        assertThat(story.where("scope", "repository").where("window", "day").told("main_branch", COMMITS))
                .containsExactly("00:00 2 1 0.5 -0.25 2 1", "00:00 2 1 0.5 -0.25 2 1");
    }

    @Test
    void buildsOfOneInstantFollowTheirRunAndAttempt() {
        // When: as text, run "10" is before "9", which fails in its first attempt
        Story story = Story.of(
                build("09:00", "9", "c1", "success").with("attempt", 2),
                build("09:00", "9", "c1", "failure"),
                build("09:00", "10", "c1", "success"));

        // Then
        assertThat(story.hourly("main_branch", "ci", COMMITS)).containsExactly("09:00 1 1 1.0 0.33333333333333337 2 1");
    }
}
