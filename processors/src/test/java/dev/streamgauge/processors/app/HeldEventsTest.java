package dev.streamgauge.processors.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class HeldEventsTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final TopicPartition COMMITS = new TopicPartition("events.commits.v1", 0);
    private static final TopicPartition MORE_COMMITS = new TopicPartition("events.commits.v1", 1);

    @Test
    void whatCanBeReadToItsEndIsNotHeld() {
        // When
        HeldEvents held = HeldEvents.NONE.next(Map.of(COMMITS, 7L), Map.of(COMMITS, 7L), NINE);

        // Then
        assertThat(held).isEqualTo(HeldEvents.NONE);
    }

    @Test
    void anOpenTransactionThatStaysIsToldAfterTwoMinutes() {
        // Given
        HeldEvents first = HeldEvents.NONE.next(
                Map.of(COMMITS, 9L, MORE_COMMITS, 5L), Map.of(COMMITS, 7L, MORE_COMMITS, 4L), NINE);
        Instant later = NINE.plus(Duration.ofMinutes(3));

        // When
        HeldEvents then =
                first.next(Map.of(COMMITS, 12L, MORE_COMMITS, 9L), Map.of(COMMITS, 7L, MORE_COMMITS, 8L), later);

        // Then
        assertThat(then.records()).containsExactly(Map.entry("events.commits.v1", 6L));
        assertThat(then.seconds(later)).containsExactly(Map.entry("events.commits.v1", 180L));
        assertThat(then.notes(later))
                .containsExactly(
                        "events.commits.v1-0: 5 records behind offset 7 cannot be read, an open transaction has held them back for 3 minutes");
        assertThat(first.notes(NINE.plusSeconds(120))).isEmpty();
    }
}
