package dev.streamgauge.connectors.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.alerting.config.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Pace PACE =
            new Pace(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(15));

    @Test
    void shouldRestARandomTimeUpToABoundThatDoublesUntilTheLongest() {
        // Given
        Backoff backoff = new Backoff(PACE, new Random(7));

        for (int failure = 0; failure < 100; failure++) {
            // When
            long rest = backoff.next(Optional.empty()).toMillis();

            // Then
            assertThat(rest).isBetween(1L, failure < 6 ? 1_000L << failure : 60_000L);
        }
    }

    @Test
    void shouldBeginAnewAfterASuccess() {
        // Given
        Backoff backoff = new Backoff(PACE, new Random(7));
        for (int failure = 0; failure < 100; failure++) {
            backoff.next(Optional.empty());
        }

        // When
        backoff.reset();

        // Then
        assertThat(backoff.next(Optional.empty())).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void shouldRestAtLeastAsLongAsTheReceiverAsks() {
        assertThat(new Backoff(PACE, new Random(7)).next(Optional.of(Duration.ofMinutes(5))))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(5).plusSeconds(1));
    }
}
