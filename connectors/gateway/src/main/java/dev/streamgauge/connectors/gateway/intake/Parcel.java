package dev.streamgauge.connectors.gateway.intake;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is published together.
 *
 * @param events none: empty
 * @param raw the delivery as it was received; null: not kept
 * @param letter the same for the dead letters; null: none
 */
public record Parcel(List<SpecificRecord> events, Message raw, Message letter) {

    /** What a message of a parcel is. */
    public enum Part {
        EVENT,
        RAW,
        LETTER
    }

    /** Whether there is nothing to publish. */
    public boolean isEmpty() {
        return events.isEmpty() && raw == null && letter == null;
    }

    Parcel withoutRaw() {
        return new Parcel(events, null, letter);
    }
}
