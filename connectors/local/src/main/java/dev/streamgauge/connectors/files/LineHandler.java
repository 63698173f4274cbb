package dev.streamgauge.connectors.files;

import org.apache.avro.specific.SpecificRecord;

/** Told what the lines of files hold, in the order of files and lines. An exception of its own ends the reading. */
public interface LineHandler {

    /**
     * An event.
     *
     * @param event one of the records of {@code dev.streamgauge.events.v1}
     * @param origin its file and line, for people: {@code events.ndjson:12}
     */
    void event(SpecificRecord event, String origin);

    void bad(BadLine line);
}
