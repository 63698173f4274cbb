package dev.streamgauge.processors.explain;

import org.apache.avro.specific.SpecificRecord;

/**
 * An event, and where it was found.
 *
 * @param event one of the records of {@code dev.streamgauge.events.v1}
 * @param origin for people: a file and line, or a topic, partition and offset; null: nobody knows
 */
public record Heard(SpecificRecord event, String origin) {

    /** Who told what this event tells. */
    Told told() {
        return new Told(text("source"), text("event_id"), event.getSchema().getName(), origin);
    }

    private String text(String field) {
        return (String) event.get(event.getSchema().getField(field).pos());
    }
}
