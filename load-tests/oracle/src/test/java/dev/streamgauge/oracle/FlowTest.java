package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.request;
import static dev.streamgauge.oracle.Line.review;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Shares of stages, against a baseline, and in other tools' terms. */
class FlowTest {

    private static final String[] SHIFT = {
        "window", "window_start", "bottleneck", "bottleneck_share", "bottleneck_shift", "shifted_stage", "share_shift"
    };

    /** One change a day: its hours of coding (until it landed), then hours until it was deployed (integration). */
    private static Line[] day(String date, String sha, int coding, int integration) {
        String hour = "2026-03-%sT%02d:00:00Z";
        return new Line[] {
            landing(hour.formatted(date, coding), sha, commit(sha).with("authored_at", hour.formatted(date, 0))),
            deploy(hour.formatted(date, coding + integration), "d-" + sha, sha)
        };
    }

    private static Story repositoryOnly(Story story) {
        return story.where("scope", "repository").where("ai_evidence", "*");
    }

    @Test
    void theBottleneckIsTheStageWithTheGreatestSum() {
        // When: 3 hours of coding and 1 until the deploy
        Line[] day = day("02", "c", 3, 1);
        Story story = repositoryOnly(Story.of(day)).where("window", "day");

        // Then: without coding, delivery would be four times as fast
        assertThat(story.told("flow", "total_ms", "coding_share", "integration_share", "pickup_share", "amdahl_bound"))
                .containsExactly("14400000 0.75 0.25 0.0 4.0");
        assertThat(story.told("flow", SHIFT)).containsExactly("day 00:00 coding 0.75 - - -");
    }

    @Test
    void ofEqualStagesTheFirstIsTheBottleneckAndOneThatIsAllHasNoBound() {
        // When
        Story equal = repositoryOnly(Story.of(day("02", "c", 2, 2))).where("window", "day");
        Story all = repositoryOnly(Story.of(day("02", "c", 2, 0))).where("window", "day");
        Story nothing = repositoryOnly(Story.of(day("02", "c", 0, 0))).where("window", "day");

        // Then
        assertThat(equal.told("flow", "bottleneck", "amdahl_bound")).containsExactly("coding 2.0");
        assertThat(all.told("flow", "bottleneck", "amdahl_bound")).containsExactly("coding -");
        assertThat(nothing.told("flow", "count", "coding_count", "coding_share", "bottleneck", "amdahl_bound"))
                .containsExactly("1 1 - - -");
    }

    @Test
    void eachRowComparesItselfWithThePinnedPeriod() {
        // Given: of the baseline's days the last is not in it
        Line[] first = day("02", "c1", 6, 2);
        Line[] second = day("03", "c2", 2, 6);
        OracleSettings settings = OracleSettings.DEFAULTS.withBaseline(
                Instant.parse("2026-03-02T08:00:00Z"), Instant.parse("2026-03-03T08:00:00Z"));

        // When
        Story story = repositoryOnly(Story.of(settings, first[0], first[1], second[0], second[1]));

        // Then
        assertThat(story.told("flow", SHIFT))
                .containsExactly(
                        "baseline 08:00 coding 0.75 - - -",
                        "day 00:00 coding 0.75 0.0 - -",
                        "day 2026-03-03T00:00 integration 0.75 0.5 integration 0.5",
                        "hour 08:00 coding 0.75 0.0 - -",
                        "hour 2026-03-03T08:00 integration 0.75 0.5 integration 0.5",
                        "week 00:00 coding 0.5 -0.25 integration 0.25");
    }

    @Test
    void evidenceIsTakenApart() {
        // When
        Story story = Story.of(
                        landing("09:00", "c0", commit("c0")),
                        deploy("09:10", "d0", "c0"),
                        landing("09:20", "m", commit("m").authored("09:15")),
                        request("09:20", "7", "merged").with("merge_sha", "m").with("ai_evidence", "agent-authored"),
                        deploy("09:30", "d1", "m"))
                .where("scope", "repository")
                .where("window", "hour")
                .where("metric", "delivery_lead_time");

        // Then
        assertThat(story.told("lead_time", "ai_evidence", "count", "sum_ms"))
                .containsExactly("* 2 1200000", "agent-authored 1 600000", "unknown 1 600000");
    }

    @Test
    void devlakeCutsTheTimeOfARequestInItsOwnWay() {
        // Given: a bot's review counts, the author's does not; the direct push c0 is no request
        Line merged = request("10:00", "7", "merged")
                .with("merge_sha", "m")
                .with("author", "ann")
                .with("opened_at", at("08:30:30"))
                .with("merged_at", at("09:59:59"))
                .reviewed(
                        review("08:40", "ann", "commented"),
                        review("09:00", "robot", "commented").with("actor_class", "bot"));
        Line[] lines = {
            landing("07:00", "c0", commit("c0").authored("06:00")),
            deploy("07:10", "d0", "c0"),
            landing("10:00", "m", commit("m").authored("09:30")),
            merged,
            deploy("11:00", "d1", "m"),
            deploy("11:00", "s0", "m").with("environment", "staging"),
        };

        // When
        Story story = repositoryOnly(Story.of(OracleSettings.DEFAULTS.withProfiles("devlake"), lines))
                .where("window", "day")
                .where("profile", "devlake");

        // Then: it was opened before its first commit was written
        assertThat(story.told("lead_time", "environment", "metric", "count", "sum_ms", "excluded_absent"))
                .containsExactly(
                        "prod pr_coding_time 0 0 1",
                        "prod pr_cycle_time 1 9060000 0",
                        "prod pr_deploy_time 1 3660000 0",
                        "prod pr_pickup_time 1 1800000 0",
                        "prod pr_review_time 1 3600000 0");
    }
}
