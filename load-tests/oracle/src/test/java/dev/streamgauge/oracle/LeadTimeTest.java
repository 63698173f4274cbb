package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.landing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long a delivery took, and what its windows make of it. */
class LeadTimeTest {

    private static final String[] TIMES = {"delivery_lead_time_ms", "change_lead_time_ms", "excluded"};

    private static Story delivered(String authored, String landed, String finished) {
        return Story.of(landing(landed, "c1", commit("c1").authored(authored)), deploy(finished, "d1", "c1"));
    }

    @Test
    void bothLeadTimesEndWithTheDeploysFinish() {
        // When
        Story story = delivered("08:00", "09:30", "10:10");

        // Then
        assertThat(story.told("deliveries", TIMES)).containsExactly("2400000 7800000 []");
    }

    @Test
    void aLandingAtMostFiveMinutesAfterTheDeployIsAWrongClock() {
        // When
        Story story = delivered("08:00", "10:05", "10:00");

        // Then
        assertThat(story.told("deliveries", TIMES)).containsExactly("0 7200000 []");
    }

    @Test
    void aLandingAMillisecondLaterIsADeployBeforeTheLanding() {
        // When
        Story story = delivered("08:00", "10:05:00.001", "10:00");

        // Then: the time since the first commit is known all the same
        assertThat(story.told("deliveries", TIMES)).containsExactly("- 7200000 [\"before_landing\"]");
    }

    @Test
    void aFirstCommitAtMostFiveMinutesTooLateIsClamped() {
        // When: authored five minutes after the landing
        Story story = delivered("09:35", "09:30", "10:00");

        // Then: clamped to the landing, not to zero
        assertThat(story.told("deliveries", TIMES)).containsExactly("1800000 1800000 []");
    }

    @Test
    void aFirstCommitAMillisecondLaterIsClockSkew() {
        // When
        Story story = delivered("09:35:00.001", "09:30", "10:00");

        // Then
        assertThat(story.told("deliveries", TIMES)).containsExactly("1800000 - [\"clock_skew\"]");
    }

    @Test
    void aFirstCommitBeforeTheLandingButAfterTheDeployIsClampedOrClockSkewToo() {
        // When
        Story clamped = delivered("10:05", "10:05", "10:00");
        Story skewed = delivered("10:06", "10:30", "10:00");

        // Then
        assertThat(clamped.told("deliveries", TIMES)).containsExactly("0 0 []");
        assertThat(skewed.told("deliveries", TIMES)).containsExactly("- - [\"before_landing\",\"clock_skew\"]");
    }

    @Test
    void aWindowContainsItsFirstInstantAndAWeekBeginsOnMonday() {
        // Given: finished on the last millisecond of a Sunday, and on the first of the Monday
        Line c0 = landing("2026-02-27T09:00:00Z", "c0");
        Line c1 = landing("2026-02-27T10:00:00Z", "c1");
        Line sunday = deploy("2026-03-01T23:59:59.999Z", "d1", "c0");
        Line monday = deploy("2026-03-02T00:00:00.000Z", "d2", "c1");

        // When
        Story story = Story.of(c0, c1, sunday, monday);

        // Then
        assertThat(story.where("scope", "repository")
                        .where("ai_evidence", "*")
                        .where("metric", "delivery_lead_time")
                        .told("lead_time", "metric", "window", "window_start", "count"))
                .containsExactly(
                        "delivery_lead_time day 2026-03-01T00:00 1",
                        "delivery_lead_time day 00:00 1",
                        "delivery_lead_time hour 2026-03-01T23:00 1",
                        "delivery_lead_time hour 00:00 1",
                        "delivery_lead_time week 2026-02-23T00:00 1",
                        "delivery_lead_time week 00:00 1");
    }

    @Test
    void meanAndQuantilesAreOfWhatWasCountedOnly() {
        // Given: lead times of 1, 2, 3 and 4 ms are half of 5 in the mean, and c5 has no delivery lead time
        Line c0 = landing("09:00", "c0");
        Line c1 = landing("10:00", "c1");
        Line c2 = landing("10:00:00.001", "c2");
        Line c3 = landing("10:00:00.002", "c3");
        Line c4 = landing("10:00:00.003", "c4");
        Line late = landing("10:30", "c5", commit("c5"));

        // When
        Story story = Story.of(
                c0,
                c1,
                c2,
                c3,
                c4,
                late,
                deploy("08:00", "d0", "c0"),
                deploy("10:00:00.004", "d1", "c4"),
                deploy("10:00:00.005", "d2", "c5"));

        // Then: mean 2.5 up to 3, the median the second of four
        assertThat(story.hourly(
                        "lead_time",
                        "delivery_lead_time",
                        "window_start",
                        "count",
                        "sum_ms",
                        "mean_ms",
                        "p50_ms",
                        "p75_ms",
                        "p90_ms",
                        "p95_ms",
                        "excluded_before_landing"))
                .containsExactly("08:00 0 0 - - - - - 1", "10:00 4 10 3 2 3 4 4 1");
        assertThat(story.hourly("lead_time", "change_lead_time", "window_start", "count", "excluded_no_author_date"))
                .containsExactly("08:00 0 1", "10:00 0 5");
    }

    @Test
    void aBaselineCountsWhereItLandedInBothMetrics() {
        // Given
        Line old = landing("07:00", "c0", commit("c0").authored("06:00"));
        Line known = landing("09:00", "c1", commit("c1").authored("08:00"));

        // When
        Story story = Story.of(old, known, deploy("10:00", "d1", "c1"));

        // Then
        String[] fields = {"window_start", "count", "mean_ms", "excluded_baseline", "excluded_clock_skew"};
        assertThat(story.hourly("lead_time", "delivery_lead_time", fields))
                .containsExactly("07:00 0 - 1 0", "10:00 1 3600000 0 0");
        assertThat(story.hourly("lead_time", "change_lead_time", fields))
                .containsExactly("07:00 0 - 1 0", "10:00 1 7200000 0 0");
    }
}
