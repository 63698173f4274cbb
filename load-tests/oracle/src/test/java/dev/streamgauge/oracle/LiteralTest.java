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
