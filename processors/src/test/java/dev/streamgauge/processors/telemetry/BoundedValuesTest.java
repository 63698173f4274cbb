package dev.streamgauge.processors.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedValuesTest {

    private final BoundedValues values = new BoundedValues(2);

    @Test
    void theFirstKeepTheirNamesAndTheRestIsOther() {
        // Given
        values.of("runs", List.of("ci", "shop"));
        values.of("runs", List.of("ci", "web"));

        // When
        List<String> third = values.of("runs", List.of("nightly", "web"));

        // Then
        assertThat(third).containsExactly("other", "other");
        assertThat(values.of("runs", List.of("ci", "web"))).containsExactly("ci", "web");
        assertThat(values.of("episodes", List.of("nightly", "web"))).containsExactly("nightly", "web");
    }

    @Test
    void aLongNameIsCut() {
        // When
        List<String> cut = values.of("runs", List.of("\uD83D\uDE80".repeat(101)));

        // Then
        assertThat(cut).containsExactly("\uD83D\uDE80".repeat(100));
    }
}
