package dev.streamgauge.checks.performance.dsl;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** A count and a sum, or two moments in epoch milliseconds. */
record Two(long first, long second) {

    static final Two NOTHING = new Two(0, 0);

    /** Two moments that have not come. */
    static final Two NEVER = new Two(Long.MAX_VALUE, Long.MAX_VALUE);

    static Serde<Two> serde() {
        return Serdes.serdeFrom(
                (topic, two) -> two == null
                        ? null
                        : ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(two.first)
                                .putLong(two.second)
                                .array(),
                (topic, bytes) -> bytes == null ? null : read(ByteBuffer.wrap(bytes)));
    }

    private static Two read(ByteBuffer bytes) {
        return new Two(bytes.getLong(), bytes.getLong());
    }

    Two earliest(Two other) {
        return new Two(Math.min(first, other.first), Math.min(second, other.second));
    }

    Two plus(long count, long amount) {
        return new Two(first + count, second + amount);
    }

    /** From the first to the second; both have come, in this order. */
    boolean isSpan() {
        return second != Long.MAX_VALUE && first <= second;
    }

    /** As a peer publishes a count and a sum. */
    String text() {
        return first + "," + second;
    }
}
