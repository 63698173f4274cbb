package dev.streamgauge.connectors.files;

import dev.streamgauge.schemas.json.BadEventException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a line of a file means. */
@FunctionalInterface
public interface LineMeaning {

    /**
     * The events of a line.
     *
     * @return none if the line is well and tells nothing that is measured
     * @throws BadEventException if it cannot be read
     */
    List<SpecificRecord> of(byte[] line) throws BadEventException;
}
