package dev.streamgauge.processors.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.app.ReadNotes.Note;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReadNotesTest {

    private static final TopicPartition PARTITION = new TopicPartition("t", 1);

    private static boolean unread(OptionalLong lag, long last, long processed) {
        ReadNotes notes = new ReadNotes();
        notes.note(PARTITION, new Note(lag, last));
        return notes.unread("t", 1, processed);
    }

    @Test
    void whatNobodyKnowsOfCountsAsUnread() {
        assertThat(new ReadNotes().unread("t", 1, 5)).isTrue();
        assertThat(unread(OptionalLong.empty(), 5, 5)).isTrue();
    }

    @Test
    void whatTheConsumerHasNotGotIsUnread() {
        assertThat(unread(OptionalLong.of(1), 5, 5)).isTrue();
        assertThat(unread(OptionalLong.of(0), 5, 5)).isFalse();
    }

    @Test
    void whatItGotAndNobodyProcessedIsUnread() {
        assertThat(unread(OptionalLong.of(0), 6, 5)).isTrue();
    }

    @Test
    void anIdlePartitionOfWhichNothingWasProcessedSinceTheStartIsRead() {
        assertThat(unread(OptionalLong.of(0), -1, -1)).isFalse();
    }

    @Test
    void whatTheFormerReaderGotIsForgotten() {
        // Given
        ReadNotes notes = new ReadNotes();
        notes.note(PARTITION, new Note(OptionalLong.of(0), 9));

        // When
        notes.forget(List.of(PARTITION));

        // Then
        assertThat(notes.last(PARTITION)).isEqualTo(-1);
    }
}
