package dev.streamgauge.checks.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyTest {

    private static Sample at(long seconds, long done, long own, long broker) {
        return new Sample(seconds * 1_000_000_000L, done, Duration.ofMillis(own), Duration.ofMillis(broker));
    }

    @Test
    void theBeginningIsLeftOutAndTheEndIsNot() {
        // Given
        List<Sample> samples = List.of(
                at(0, 0, 900, 500), at(10, 450, 5_000, 800), at(20, 1_000, 5_500, 850), at(21, 1_000, 5_555, 855));

        // When
        Steady steady = Steady.of(samples, 1_000);

        // Then
        assertThat(steady.events()).isEqualTo(550);
        assertThat(steady.own()).isCloseTo(555_000.0 / 550, within(1e-6));
        assertThat(steady.broker()).isCloseTo(55_000.0 / 550, within(1e-6));
        assertThat(steady.cpu()).isCloseTo(610_000.0 / 550, within(1e-6));
        assertThat(steady.perSecond()).isCloseTo(50, within(1e-6));
    }

    @Test
    void whoIsSeenByWhatItWritesIsDoneWhenItWritesNoMore() {
        // Given
        List<Sample> looks =
                List.of(at(0, 0, 0, 0), at(1, 30, 1, 0), at(2, 60, 2, 0), at(9, 60, 7, 0), at(10, 60, 8, 0));

        // When
        List<Sample> shares = Sample.sharesOf(1_000, looks);

        // Then
        assertThat(shares).containsExactly(at(0, 0, 0, 0), at(1, 500, 1, 0), at(2, 1_000, 2, 0));
    }

    @Test
    void whoSaysTooSeldomHowFarItIsIsNotMeasured() {
        // Given
        List<Sample> samples = List.of(at(0, 0, 0, 0), at(1, 1_000, 10, 10));

        // When
        // Then
        assertThatThrownBy(() -> Steady.of(samples, 1_000)).hasMessageContaining("Too few looks");
    }
}
