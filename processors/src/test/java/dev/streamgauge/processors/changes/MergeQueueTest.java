package dev.streamgauge.processors.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MergeQueueTest {

    @Test
    void aPassEndsWithTheFirstTimeThatItLeft() {
        // Given
        MergeQueue queue = new MergeQueue(List.of(10L, 30L), List.of(5L, 20L, 25L));

        // When
        List<Pass> passes = queue.passes(40L);

        // Then
        assertThat(passes).containsExactly(new Pass(10, 20L, true, false), new Pass(30, 40L, false, true));
    }

    @Test
    void aPassEndsWhenTheNextBegins() {
        // Given
        MergeQueue queue = new MergeQueue(List.of(10L, 30L), List.of(35L));

        // When
        List<Pass> passes = queue.passes(null);

        // Then
        assertThat(passes).containsExactly(new Pass(10, 30L, false, false), new Pass(30, 35L, true, false));
    }

    @Test
    void aPassThatHasNotEndedIsOpen() {
        // Given
        MergeQueue queue = new MergeQueue(List.of(10L), List.of(9L));

        // When
        List<Pass> passes = queue.passes(null);

        // Then
        assertThat(passes).containsExactly(Pass.open(10));
    }

    @Test
    void aPassThatBeginsAfterTheLandingIsNone() {
        // Given
        MergeQueue queue = new MergeQueue(List.of(10L, 20L, 21L), List.of());

        // When
        List<Pass> passes = queue.passes(20L);

        // Then
        assertThat(passes).containsExactly(new Pass(10, 20L, false, true), new Pass(20, 20L, false, true));
    }

    @Test
    void ofWhatComesAtOnceLeavingEndsAPass() {
        // Given
        MergeQueue queue = new MergeQueue(List.of(10L, 20L), List.of(10L, 20L));

        // When
        List<Pass> passes = queue.passes(20L);

        // Then
        assertThat(passes).containsExactly(new Pass(10, 10L, true, false), new Pass(20, 20L, true, false));
    }
}
