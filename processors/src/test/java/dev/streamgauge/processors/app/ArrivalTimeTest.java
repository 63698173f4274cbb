package dev.streamgauge.processors.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final ArrivalTime arrival = new ArrivalTime(NOW::toEpochMilli);

    private Instant of(Instant timestamp) {
        ConsumerRecord<Object, Object> record = new ConsumerRecord<>(
                "events",
                0,
                0,
                timestamp.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                null,
                new RecordHeaders(),
                Optional.empty());
        return Instant.ofEpochMilli(arrival.extract(record, -1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 60 * 24 * 365, -1, -59})
    void aTimestampThatCanBeIsKept(long minutesAgo) {
        // Given
        Instant timestamp = NOW.minus(Duration.ofMinutes(minutesAgo));

        // When
        Instant arrived = of(timestamp);

        // Then
        assertThat(arrived).isEqualTo(timestamp);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999Z", // what producers without a clock write: -1
                "1970-01-01T00:00:00Z",
                "2004-12-31T23:59:59.999Z",
                "2026-11-20T10:00:00Z",
                "2036-11-20T09:00:00Z"
            })
    void oneThatCannotBeIsReplacedByNow(String timestamp) {
        // Given
        Instant impossible = Instant.parse(timestamp);

        // When
        Instant arrived = of(impossible);

        // Then
        assertThat(arrived).isEqualTo(NOW);
    }
}
