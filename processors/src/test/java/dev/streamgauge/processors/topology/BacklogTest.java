package dev.streamgauge.processors.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final long NOW = 1_772_442_000_000L;
    private static final long TWO_MINUTES = Duration.ofMinutes(2).toMillis();

    private static Backlog with(boolean unread) {
        return new Backlog((topic, partition, processed) -> unread, List.of("a", "b"), 0);
    }

    @Test
    void whoHasReadNothingYetIsBehindWhileThereIsSomethingToRead() {
        assertThat(with(true).isBehind(NOW)).isTrue();
        assertThat(with(false).isBehind(NOW)).isFalse();
    }

    @Test
    void whoReadARecordThatArrivedJustNowIsNotBehind() {
        // Given
        Backlog backlog = with(true);

        // When
        backlog.processed(new Processed("a", 7, NOW));

        // Then
        assertThat(backlog.isBehind(NOW + TWO_MINUTES)).isFalse();
        assertThat(backlog.isBehind(NOW + TWO_MINUTES + 1)).isTrue();
    }

    @Test
    void whoHasReadEverythingIsNotBehindHoweverLongAgo() {
        // Given
        Backlog backlog = with(false);

        // When
        backlog.processed(new Processed("a", 7, 0));

        // Then
        assertThat(backlog.isBehind(NOW)).isFalse();
    }

    @Test
    void eachTopicIsAskedWithWhatWasProcessedOfIt() {
        // Given
        Backlog backlog =
                new Backlog((topic, partition, processed) -> topic.equals("b") && processed < 3, List.of("a", "b"), 0);
        backlog.processed(new Processed("a", 9, 0));
        assertThat(backlog.isBehind(NOW)).isTrue();

        // When
        backlog.processed(new Processed("b", 3, 0));

        // Then
        assertThat(backlog.isBehind(NOW)).isFalse();
    }
}
