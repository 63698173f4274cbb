package dev.streamgauge.standalone.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Whether a schema fits earlier ones, by Avro's own rules of resolution. */
final class Compatibility {

    private Compatibility() {}

    /**
     * What speaks against a new schema; empty if nothing does.
     *
     * @param versions of the subject, oldest first
     */
    static List<String> problems(Level level, Schema candidate, List<SchemaVersion> versions) {
        List<String> problems = new ArrayList<>();
        for (SchemaVersion earlier : level.heldAgainst(versions)) {
            Schema schema = Schemas.parse(earlier.schema());
            if (level.isBackward()) {
                compare(candidate, schema, "cannot read what version " + earlier.version() + " wrote", problems);
            }
            if (level.isForward()) {
                compare(schema, candidate, "writes what version " + earlier.version() + " cannot read", problems);
            }
        }
        return problems;
    }

    private static void compare(Schema reader, Schema writer, String what, List<String> problems) {
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .forEach(found -> problems.add("it " + what + ": " + found.getType() + " at " + found.getLocation()
                        + ", " + found.getMessage()));
    }
}
