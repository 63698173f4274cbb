package dev.streamgauge.processors.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.rollups.Part;
import dev.streamgauge.processors.rollups.Part.Sender;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final long ARRIVED = 1_800_000_000_000L;
    private static final long APPENDED = ARRIVED + 3_600_000;

    private static final Part PART = new Part(new Sender(2, "state"), 7, new Group(Scope.TEAM, "desk"), List.of());

    @Test
    void aPartTellsWhenItsEventsArrivedThoughItsTopicTellsWhenItDidItself() {
        // Given
        Record<Object, Object> written = Parts.WINDOWS.write(PART, ARRIVED);

        // When
        Record<byte[], byte[]> read =
                new Record<>((byte[]) written.key(), (byte[]) written.value(), APPENDED, written.headers());

        // Then
        assertThat(Parts.arrival(read)).isEqualTo(ARRIVED);
        assertThat(Parts.WINDOWS.read(read.value())).isEqualTo(PART);
    }

    @Test
    void oneThatDoesNotSayIsAsOldAsItself() {
        // Given
        Record<byte[], byte[]> read = new Record<>(new byte[0], new byte[0], APPENDED);

        // When
        long arrival = Parts.arrival(read);

        // Then
        assertThat(arrival).isEqualTo(APPENDED);
    }
}
