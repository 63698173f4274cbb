package dev.streamgauge.checks.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.BuildChanged;
import org.junit.jupiter.api.Test;

class ProbesTest {

    private final Probes probes = new Probes();

    @Test
    void anAggregateThatCountsTwoMoreHasSeenTwoProbes() {
        // Given
        String repository = ((BuildChanged) probes.next(1_000_000)).getRepository();
        for (int other = 1; other < 200; other++) {
            probes.next(1_500_000);
        }
        probes.next(2_000_000);

        // When
        probes.seen(repository, 2, 9_000_000);

        // Then
        assertThat(probes.latencies()).containsExactly(7_000, 8_000);
    }

    @Test
    void whatWasSeenBeforeIsNotCountedAgain() {
        // Given
        String repository = ((BuildChanged) probes.next(0)).getRepository();
        probes.seen(repository, 1, 5_000_000);
        probes.restart();

        // When
        probes.seen(repository, 1, 6_000_000);

        // Then
        assertThat(probes.latencies()).isEmpty();
    }
}
