package dev.streamgauge.connectors.providers.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.123456789Z, 2026-03-01T10:00:00.123Z",
        "2026-03-01T10:00:00.123Z, 2026-03-01T10:00:00.123Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "2026-02-30T10:00:00Z, 2026-02-28T10:00:00Z",
        "2026-03-01T24:00:00Z, 2026-03-02T00:00:00Z",
        "2026-03-01T11:00:00+01:00, 2026-03-01T10:00:00Z",
        "2026-03-01 10:00:00 UTC, 2026-03-01T10:00:00Z",
        "2026-03-01 11:00:00 +0100, 2026-03-01T10:00:00Z"
    })
    void everySpellingIsTheSameTime(String text, Instant time) {
        assertThat(Moments.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-01T10:00:00",
                "2026-13-01T10:00:00Z",
                "2026-02-32T10:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01T23:60:00Z",
                "2026-03-01T23:59:60Z",
                "0000-03-01T10:00:00Z",
                "2026-03-01T10:00:00.12xZ",
                "+300000000-01-01T00:00:00Z",
                "-0044-03-15T12:00:00Z"
            })
    void whatIsNoTimeOrFitsNowhereIsNone(String text) {
        assertThat(Moments.parse(text)).isNull();
    }

    @Test
    void secondsAndMillisecondsAreToldApartByTheirSize() {
        assertThat(Moments.ofEpoch(1_772_359_200L)).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(Moments.ofEpoch(1_772_359_200_000L)).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(Moments.ofEpoch(Long.MIN_VALUE)).isBefore(Instant.EPOCH);
    }
}
