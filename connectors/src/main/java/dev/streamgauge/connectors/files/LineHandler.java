package dev.streamgauge.connectors.files;

import org.apache.avro.specific.SpecificRecord;

/** Told what the lines of files hold, in the order of files and lines. An exception of its own ends the reading. */
public interface LineHandler {

    /** One of the records of {@code dev.streamgauge.events.v1}. */
    void event(SpecificRecord event);

    void bad(BadLine line);
}
