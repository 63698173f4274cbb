package dev.streamgauge.processors.app;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * When a record arrived: its timestamp, unless that cannot be. Where the brokers do not set it, producers may write anything: Kafka
 * Streams stops at a negative one, and brokers refuse to keep state of a far future, again after each restart.
 */
public final class ArrivalTime implements TimestampExtractor {

    /** Nobody sent events to Kafka before. */
    private static final long EARLIEST = Instant.parse("2005-01-01T00:00:00Z").toEpochMilli();

    /** As far ahead brokers take a record, unless configured; clocks are not that wrong. */
    private static final long AHEAD = Duration.ofHours(1).toMillis();

    private final LongSupplier clock;

    /** For Kafka. */
    public ArrivalTime() {
        this(System::currentTimeMillis);
    }

    ArrivalTime(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long now = clock.getAsLong();
        return record.timestamp() < EARLIEST || record.timestamp() >= now + AHEAD ? now : record.timestamp();
    }
}
