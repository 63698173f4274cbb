package dev.streamgauge.checks.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.generator.Emission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpToNowTest {

    @Test
    void theLastEventHasJustComeAndNoneIsOfTheFuture() {
        // Given
        List<Emission> events = new ArrayList<>();

        // When
        new UpToNow(40).events(20_000).forEachRemaining(events::add);

        // Then
        Instant now = Instant.now();
        assertThat(events).hasSize(20_000);
        assertThat(events.get(19_999).at()).isBetween(now.minus(Duration.ofDays(3)), now);
    }
}
