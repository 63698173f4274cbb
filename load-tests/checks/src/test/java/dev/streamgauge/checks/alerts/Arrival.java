package dev.streamgauge.checks.alerts;

import org.apache.avro.specific.SpecificRecordBase;

/**
 * An event that arrives.
 *
 * @param at epoch milliseconds of the wall clock; an event that is delivered again was received before
 */
public record Arrival(long at, SpecificRecordBase event) implements Comparable<Arrival> {

    String repository() {
        return (String) event.get(event.getSchema().getField("repository").pos());
    }

    @Override
    public int compareTo(Arrival other) {
        return Long.compare(at, other.at);
    }
}
