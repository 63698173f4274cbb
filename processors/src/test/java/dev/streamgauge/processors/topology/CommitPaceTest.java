package dev.streamgauge.processors.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

    private static final long NOW = 1_800_000_000_000L;

    private final CommitPace pace = new CommitPace(Duration.ofMillis(100));
    private final AtomicInteger asked = new AtomicInteger();
    private final CommitPace.Asking task = pace.asking(asked::incrementAndGet);

    @Test
    void whatHasJustArrivedIsCommittedSoon() {
        // Given
        task.processed(NOW - 10);

        // When
        task.look(NOW);

        // Then
        assertThat(asked).hasValue(1);
    }

    @Test
    void whereNothingWasProcessedNothingIsCommitted() {
        // Given
        task.processed(NOW - 10);
        task.look(NOW);

        // When
        task.look(NOW + 500);

        // Then
        assertThat(asked).hasValue(1);
    }

    @Test
    void aBacklogIsLeftToTheLongerInterval() {
        // Given
        task.processed(NOW - 2_101);

        // When
        task.look(NOW);

        // Then
        assertThat(asked).hasValue(0);
    }

    @Test
    void aTaskThatHasCaughtUpAsksAgain() {
        // Given
        task.processed(NOW - 60_000);
        task.look(NOW);
        task.processed(NOW + 80);

        // When
        task.look(NOW + 100);

        // Then
        assertThat(asked).hasValue(1);
    }

    @Test
    void oneLateEventDoesNotMakeOthersWait() {
        // Given
        task.processed(NOW - 10);
        task.processed(NOW - 60_000);

        // When
        task.look(NOW);

        // Then
        assertThat(asked).hasValue(1);
    }

    @Test
    void allTasksOfAThreadTogetherAskOncePerInterval() {
        // Given
        CommitPace.Asking other = pace.asking(asked::incrementAndGet);
        task.processed(NOW);
        task.look(NOW);
        other.processed(NOW + 20);

        // When
        other.look(NOW + 99);
        int tooSoon = asked.get();
        other.look(NOW + 100);

        // Then
        assertThat(tooSoon).isEqualTo(1);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aLongIntervalIsKeptThoughNothingNewArrives() {
        // Given
        CommitPace.Asking slow = new CommitPace(Duration.ofSeconds(4)).asking(asked::incrementAndGet);
        slow.processed(NOW);
        slow.look(NOW);
        slow.processed(NOW + 10);

        // When
        slow.look(NOW + 4_000);

        // Then
        assertThat(asked).hasValue(2);
    }
}
