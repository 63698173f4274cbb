package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.event;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.push;
import static dev.streamgauge.oracle.Line.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is known to be missing. */
class CompletenessTest {

    @Test
    void eachSourceAndTheWholeHaveAFirstAndALastEvent() {
        // Given
        Line early = event("IncidentChanged", "08:00")
                .with("incident_id", "i")
                .with("state", "open")
                .with("source", "pager");
        Line middle = landing("09:00", "c1").with("source", "git");
        Line late = landing("10:00", "c2").with("source", "git");

        // When
        Story story = Story.of(late, early, middle);

        // Then
        assertThat(story.told("completeness", "source", "first_event_at", "last_event_at"))
                .containsExactly("* 08:00 10:00", "git 09:00 10:00", "pager 08:00 08:00");
    }

    @Test
    void aGapIsALandingWhoseBeforeIsNotOnMain() {
        // Given: c2 is told twice, c4's before was never seen, and c0 is where the history begins
        Line[] lines = {
            landing("09:01", "c1").with("before", "c0"),
            landing("09:02", "c2").with("before", "c1"),
            landing("09:02", "c2").with("before", "c1").with("source", "git"),
            landing("09:04", "c4").with("before", "c3"),
            landing("09:04:01", "c4").with("before", "c3"),
            landing("09:05", "c5"),
            push("09:06", "topic", "b").with("before", "nowhere"),
        };

        // When
        Story story = Story.of(lines);

        // Then: the same pair at another instant is the same landing
        assertThat(story.told("completeness", "source", "landing_gaps")).containsExactly("* 2", "file 0", "git 0");
    }

    @Test
    void unjoinedDeploysCountInAnyState() {
        // Given
        Line failed = deploy("10:00", "d1", "unknown").with("outcome", "failure");
        Line pending = deploy("10:00", "d2", "unknown").with("state", "pending").with("outcome", null);
        Line off = deploy("10:00", "d3", "b");

        // When
        Story story = Story.of(push("09:00", "topic", "b", commit("b")), failed, pending, off);

        // Then
        assertThat(story.told("completeness", "source", "deploys_sha_unknown", "deploys_off_main"))
                .containsExactly("* 2 1", "file 0 0");
    }

    @Test
    void aMergeWithoutLandingIsOneIntoMainOnly() {
        // Given: 1 is missing, 2 went into a release branch, 3 has landed by its message, 4 is open
        Line[] lines = {
            request("09:00", "1", "merged")
                    .with("target_branch", "main")
                    .with("default_branch", "main")
                    .with("merge_sha", "x"),
            request("09:00", "2", "merged").with("target_branch", "release").with("default_branch", "main"),
            request("09:00", "3", "merged").with("target_branch", "main").with("default_branch", "main"),
            request("09:00", "4", "open").with("target_branch", "main").with("default_branch", "main"),
            landing("09:00", "c3", commit("c3").with("request", "3")),
        };

        // When
        Story story = Story.of(lines);

        // Then
        assertThat(story.told("completeness", "source", "merges_without_landing"))
                .containsExactly("* 1", "file 0");
    }

    @Test
    void theLastLookAtASourceHolds() {
        // Given
        Line found = look("09:00")
                .with("missing_since", at("08:00"))
                .with("waiting", 2)
                .with("lost", 1);
        Line well = look("09:10").with("checked_since", at("07:00"));

        // When
        Story story = Story.of(well, found);

        // Then: but that something was lost stays said
        assertThat(story.told(
                        "completeness",
                        "source",
                        "webhooks_checked_at",
                        "webhooks_checked_since",
                        "webhooks_waiting",
                        "webhooks_lost",
                        "webhooks_missing_since",
                        "webhooks_lost_at",
                        "mend"))
                .containsExactly("* - - 0 0 - 09:00 -", "github 09:10 07:00 0 0 - 09:00 -");
    }

    @Test
    void ofOneInstantTheWorstHoldsAndTheWholeIsTheSumOfItsSources() {
        // Given
        Line[] lines = {
            look("09:00").with("waiting", 9),
            look("09:00").with("lost", 1).with("waiting", 2),
            look("09:00").with("lost", 1).with("waiting", 2).with("missing_since", at("08:00")),
            look("09:00").with("lost", 1).with("waiting", 2).with("missing_since", at("08:30")),
            look("09:00").with("lost", 1).with("waiting", 1).with("missing_since", at("07:00")),
            look("08:00").with("source", "gitlab").with("waiting", 4).with("missing_since", at("07:30")),
            landing("09:30", "c1"),
        };

        // When
        Story story = Story.of(lines);

        // Then: a look is no sign of life
        assertThat(story.told(
                        "completeness",
                        "source",
                        "webhooks_waiting",
                        "webhooks_lost",
                        "webhooks_missing_since",
                        "last_event_at",
                        "mend"))
                .containsExactly(
                        "* 6 1 07:30 09:30 commits,requests,builds,deploys,incidents",
                        "file 0 0 - 09:30 -",
                        "github 2 1 08:00 - -",
                        "gitlab 4 0 07:30 - -");
    }

    private static Line look(String time) {
        return event("SourceChecked", time).with("source", "github");
    }
}
