package dev.streamgauge.checks.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MinutesTest {

    private static final long MINUTE = 60_000_000_000L;

    @Test
    void besideAllMinutesStandTheLeastAndTheGreatest() {
        // Given
        Minutes minutes = Minutes.of(5, 3, MinutesTest::asLongAsItLasts);

        // When
        String median = minutes.text(0.5);

        // Then
        assertThat(median).isEqualTo("180 (60–62)");
    }

    /** One probe, which takes a millisecond for each second of the span, and one for each minute that has passed before. */
    private static Waits asLongAsItLasts(long from, long to) {
        return Waits.of(List.of((to - from) / 1_000_000 + from / MINUTE * 1_000), List.of());
    }
}
