package dev.streamgauge.generator.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {

    @Test
    void theDrawsOfASeedAreTheSameForEver() {
        // When
        Dice dice = new Dice(42);

        // Then: the published SplitMix64 sequence for this seed
        assertThat(dice.next()).isEqualTo(-4767286540954276203L);
        assertThat(dice.next()).isEqualTo(2949826092126892291L);
    }

    @Test
    void drawsStayWithinTheirBounds() {
        // Given
        Dice dice = new Dice(1);

        // When
        List<Long> draws =
                IntStream.range(0, 10_000).mapToObj(i -> dice.between(-3, 3)).toList();

        // Then
        assertThat(draws).contains(-3L, 3L).allMatch(draw -> draw >= -3 && draw <= 3);
    }

    @Test
    void waitingTimesHaveTheirMean() {
        // Given
        Dice dice = new Dice(1);

        // When
        double mean = IntStream.range(0, 100_000)
                .mapToLong(i -> dice.exponential(5_000))
                .average()
                .orElseThrow();

        // Then
        assertThat(mean).isCloseTo(5_000, within(100.0));
    }

    @Test
    void hashesLookLikeHashesAndDiffer() {
        // When
        List<String> shas =
                IntStream.range(0, 1_000).mapToObj(i -> Shas.of(9, i)).toList();

        // Then
        assertThat(shas).doesNotHaveDuplicates().allMatch(sha -> sha.matches("[0-9a-f]{40}"));
    }
}
