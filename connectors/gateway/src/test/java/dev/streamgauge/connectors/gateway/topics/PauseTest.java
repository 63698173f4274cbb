package dev.streamgauge.connectors.gateway.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PauseTest {

    private final Pause pause = new Pause();

    @Test
    void restsGrowUpToABoundUntilSomethingSucceeds() {
        // Given
        pause.stop(); // Nobody rests then.

        // When
        for (int i = 0; i < 20; i++) {
            pause.rest();
        }

        // Then
        assertThat(pause.next()).isEqualTo(Duration.ofSeconds(5));
        pause.reset();
        assertThat(pause.next()).isEqualTo(Duration.ofMillis(100));
    }
}
