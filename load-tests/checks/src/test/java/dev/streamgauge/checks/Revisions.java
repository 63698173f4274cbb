package dev.streamgauge.checks;

import org.apache.avro.specific.SpecificRecord;

/** The numbers of the versions of facts and aggregates. */
final class Revisions {

    private Revisions() {}

    static long of(SpecificRecord published) {
        return (long) published.get(published.getSchema().getField("revision").pos());
    }
}
