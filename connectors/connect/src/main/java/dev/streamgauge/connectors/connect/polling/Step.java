package dev.streamgauge.connectors.connect.polling;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a step brought.
 *
 * @param events in the order in which they are to be written
 * @param cursor from where to go on when these events are written
 * @param passDone whether everything that is there now has been told; the next step begins a new pass
 * @param undelivered the webhook deliveries that failed; null: they were not looked for
 */
public record Step(List<SpecificRecord> events, Cursor cursor, boolean passDone, Undelivered undelivered) {

    /** One that did not look for failed deliveries. */
    public Step(List<SpecificRecord> events, Cursor cursor, boolean passDone) {
        this(events, cursor, passDone, null);
    }

    public Step {
        events = List.copyOf(events);
    }
}
