package dev.streamgauge.checks.drills;

import dev.streamgauge.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * Something that no honest producer writes to a topic of events.
 *
 * @param key null: none
 * @param value null: none
 * @param reason with which it must be refused; null: it is an odd event, and counts
 * @param event only of one that counts
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Poison(String name, Topic<?, ?> topic, byte[] key, byte[] value, String reason, SpecificRecord event) {

    static Poison refused(String reason, String name, Topic<?, ?> topic, byte[] key, byte[] value) {
        return new Poison(name, topic, key, value, reason, null);
    }
}
