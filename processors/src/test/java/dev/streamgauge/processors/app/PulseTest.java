package dev.streamgauge.processors.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {

    private long now = 42;
    private final Pulse pulse = new Pulse(Duration.ofMinutes(5), () -> now);

    @Test
    void whoAsksInTimeLives() {
        // Given
        pulse.beat("a");
        pass(Duration.ofMinutes(5));

        // When / Then
        assertThat(pulse.idle()).isEqualTo(Duration.ofMinutes(5));
        assertThat(pulse.dead()).isEmpty();
    }

    @Test
    void oneThatIsStuckIsDeadThoughOthersAsk() {
        // Given
        pulse.beat("stuck");
        pass(Duration.ofMinutes(5).plusSeconds(1));
        pulse.beat("busy");
        pulse.dead();
        pass(Duration.ofSeconds(10));

        // When / Then
        assertThat(pulse.dead())
                .hasValueSatisfying(
                        reason -> assertThat(reason)
                                .isEqualTo(
                                        "A thread of the processors is stuck: it has not asked Kafka for events for 311 seconds"));
    }

    @Test
    void aProcessThatWasStoppedIsGivenTimeToAsk() {
        // Given
        pulse.beat("a");
        pass(Duration.ofHours(1));
        pulse.dead();

        // When
        pulse.beat("a");

        // Then
        pass(Duration.ofSeconds(10));
        assertThat(pulse.dead()).isEmpty();
    }

    @Test
    void aThreadThatIsReplacedIsNoDeath() {
        // Given
        pulse.beat("old");
        pulse.end("old");
        pass(Duration.ofSeconds(50));

        // When / Then
        assertThat(pulse.dead()).isEmpty();
    }

    @Test
    void whenAllHaveEndedItIsDead() {
        // Given
        pulse.beat("last");
        pulse.end("last");
        pass(Duration.ofSeconds(61));
        pulse.dead();
        pass(Duration.ofSeconds(10));

        // When / Then
        assertThat(pulse.dead()).contains("All threads of the processors have ended: see the log");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
