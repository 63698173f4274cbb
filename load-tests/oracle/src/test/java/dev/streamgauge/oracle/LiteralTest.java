package dev.streamgauge.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the SQL takes a shorter way, it arrives where the definition's own words lead. */
class LiteralTest {

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void theNearestAdvanceIsTheFirstDeployAtOrAfterTheLanding(long seed) {
        // Given
        Story.ORACLE.compute(RandomHistory.of(seed, 300));

        // When
        List<String> wrong = Story.ORACLE.query("""
                SELECT b.change || ' in ' || b.environment FROM by_position AS b
                JOIN landed_change AS c USING (repository, change) JOIN lane AS l USING (repository, service, environment)
                WHERE b.nth IS DISTINCT FROM nullif((SELECT min(s.nth) FROM success AS s
                    WHERE s.repository = b.repository AND s.service = b.service AND s.environment = b.environment
                      AND s.place >= c.place), l.first_deploy)""");

        // Then
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void episodesAreThoseOfAWalkStepByStep(long seed) {
        // Given
        Story.ORACLE.compute(RandomHistory.of(seed, 300));

        // When
        List<String> walked = Walk.of(Story.ORACLE.query("""
                SELECT place || ' ' || t || ' ' || nth || ' ' || succeeded FROM step ORDER BY nth"""));

        // Then
        assertThat(Story.ORACLE.query("SELECT red || ' ' || coalesce(green, 0) || ' ' || failures FROM red_span "
                        + "JOIN judged ON judged.walk = red_span.walk AND judged.nth = red JOIN episode "
                        + "ON red_run_id = run_id AND red_attempt = attempt ORDER BY red"))
                .isEqualTo(walked);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
    void stagesAreAPartitionAndWhatDidNotOccurHasNoLength(long seed) {
        // Given
        Story.ORACLE.compute(RandomHistory.of(seed, 300));

        // When
        List<String> wrong = Story.ORACLE.query("""
                SELECT change || ' ' || change_lead_time_ms || ' ' || lengths::VARCHAR || absent_stages::VARCHAR
                FROM (SELECT change, change_lead_time_ms, absent_stages, [coding_ms, pickup_ms, review_ms, merge_ms, integration_ms,
                             deploy_wait_ms, deploy_run_ms] AS lengths, merge_queue_ms, merge_ms, approval_wait_ms, deploy_wait_ms
                      FROM timed_delivery JOIN stages USING (repository, change, service, environment))
                WHERE list_sum(lengths) <> change_lead_time_ms OR list_min(lengths) < 0
                   OR merge_queue_ms > merge_ms OR approval_wait_ms > deploy_wait_ms
                   OR len(list_filter(absent_stages, lambda s: lengths[list_position(
                          ['coding', 'pickup', 'review', 'merge', 'integration', 'deploy_wait', 'deploy_run'], s)] <> 0)) > 0""");

        // Then
        assertThat(Story.ORACLE.query("SELECT count(*) FROM stages")).isNotEqualTo(List.of("0"));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void incidentsBlameTheLastDeploymentThatRanWhenTheyBegan(long seed) {
        // Given
        Story.ORACLE.compute(RandomHistory.of(seed, 300));

        // When: of all lanes that match, the greatest in the order that had finished
        List<String> wrong = Story.ORACLE.query("""
                SELECT b.incident_id FROM blamed AS b JOIN incident AS i USING (repository, incident_id)
                JOIN deployment AS d ON d.repository = b.repository AND d.service = b.service AND d.environment = b.environment AND d.nth = b.nth
                WHERE b.rule = 3 AND (d.finished_at, d.deploy_id, d.attempt) <> (
                    SELECT max((o.finished_at, o.deploy_id, o.attempt)) FROM deployment AS o
                    WHERE o.repository = i.repository AND (i.service IS NULL OR o.service = i.service)
                      AND (o.environment = i.environment OR (i.environment IS NULL AND o.environment = 'prod'))
                      AND o.finished_at <= i.opened_at)""");

        // Then
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 59_999, 1_772_409_599_999L, 1_772_409_600_000L, 1_767_225_600_000L, 1_709_164_800_000L})
    void windowsBeginWhereWholeHoursDaysAndMondaysDo(long instant) {
        // Given: 1970-01-01 was a Thursday, so the weeks began three days before
        long hour = 3_600_000;
        long day = 24 * hour;
        long monday = Math.floorDiv(instant + 3 * day, 7 * day) * 7 * day - 3 * day;

        // When
        List<String> starts = Story.ORACLE.query(
                "SELECT CAST(window_start(size, %d) AS VARCHAR) FROM window_size ORDER BY size".formatted(instant));

        // Then
        assertThat(starts)
                .containsExactly(
                        Long.toString(instant - instant % day),
                        Long.toString(instant - instant % hour),
                        Long.toString(monday));
    }
}
