package dev.streamgauge.schemas.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Says by which field two versions of a record fail each other's readers. */
final class Compatibility {

    private Compatibility() {}

    /** The breaks in both directions; empty if there are none. */
    static List<String> breaks(Schema released, Schema current) {
        List<String> breaks = new ArrayList<>();
        for (Incompatibility found : incompatibilities(current, released)) {
            breaks.add("records of the release cannot be read any more: " + describe(current, found));
        }
        for (Incompatibility found : incompatibilities(released, current)) {
            breaks.add("readers of the release cannot read new records: " + describe(released, found));
        }
        meaning(released, current, released.getName(), breaks);
        return breaks;
    }

    private static List<Incompatibility> incompatibilities(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities();
    }

    private static String describe(Schema reader, Incompatibility incompatibility) {
        return "field " + path(reader, incompatibility.getLocation()) + " (" + incompatibility.getType() + ": "
                + incompatibility.getMessage() + ")";
    }

    // Avro's location is a JSON pointer by numbers: /fields/3/type
    private static String path(Schema schema, String location) {
        StringBuilder path = new StringBuilder(schema.getName());
        Schema at = schema;
        for (String step : location.split("/", -1)) {
            if (step.matches("\\d+") && at != null && at.getType() == Schema.Type.RECORD) {
                Field field = at.getFields().get(Integer.parseInt(step));
                path.append('.').append(field.name());
                at = element(field.schema());
            }
        }
        return path.toString();
    }

    private static Schema element(Schema schema) {
        return schema.getType() == Schema.Type.ARRAY ? schema.getElementType() : schema;
    }

    // Avro is content if a time becomes a plain number, or a default another one; readers are not.
    private static void meaning(Schema released, Schema current, String path, List<String> breaks) {
        if (released.getType() != Schema.Type.RECORD || current.getType() != Schema.Type.RECORD) {
            return;
        }
        for (Field old : released.getFields()) {
            Field now = current.getField(old.name());
            if (now != null) {
                compare(old, now, path + "." + old.name(), breaks);
                meaning(element(old.schema()), element(now.schema()), path + "." + old.name(), breaks);
            }
        }
    }

    private static void compare(Field old, Field now, String path, List<String> breaks) {
        if (!Objects.equals(logical(old.schema()), logical(now.schema()))) {
            breaks.add("field " + path + " was " + logical(old.schema()) + " and is " + logical(now.schema()));
        }
        if (old.hasDefaultValue() && now.hasDefaultValue() && !Objects.equals(old.defaultVal(), now.defaultVal())) {
            breaks.add("field " + path + " had the default " + old.defaultVal() + " and has " + now.defaultVal());
        }
    }

    private static List<String> logical(Schema schema) {
        List<Schema> branches = schema.isUnion() ? schema.getTypes() : List.of(schema);
        return branches.stream()
                .map(branch -> branch.getLogicalType() == null
                        ? branch.getType().getName()
                        : branch.getLogicalType().getName())
                .toList();
    }
}
