package dev.streamgauge.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.Refusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Turns a JSON tree into a record, by the record's schema. */
final class EventReader {

    private final SpecificData model;

    EventReader(SpecificData model) {
        this.model = model;
    }

    SpecificRecord record(Schema schema, ObjectNode json, String path) throws BadEventException {
        refuseUnknown(schema, json, path);
        SpecificRecord record = (SpecificRecord) model.newRecord(null, schema);
        for (Field field : schema.getFields()) {
            Place place = new Place(schema.getName(), field.name(), path + field.name());
            record.put(field.pos(), field(field, place, json.get(field.name())));
        }
        return record;
    }

    private static void refuseUnknown(Schema schema, ObjectNode json, String path) throws BadEventException {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (schema.getField(name) == null) {
                List<String> valid =
                        schema.getFields().stream().map(Field::name).toList();
                throw new BadEventException(
                        Refusal.UNKNOWN_FIELD,
                        schema.getName() + " has no field '" + path + Place.cut(name) + "': "
                                + Names.suggest(name, valid),
                        schema.getName() + " has no field " + shown(path, name) + ": " + Names.suggest(name, valid));
            }
        }
    }

    /** A name that is spelled as ours are, and so no value that went astray. */
    private static String shown(String path, String name) {
        return name.matches("[a-z_]{1,40}") ? "'" + path + name + "'" : "of a name that is there";
    }

    private Object field(Field field, Place place, JsonNode value) throws BadEventException {
        if (value == null && field.hasDefaultValue()) {
            return model.deepCopy(field.schema(), model.getDefaultValue(field));
        }
        if (value == null || (value.isNull() && !field.hasDefaultValue())) {
            throw new BadEventException(
                    Refusal.MISSING_FIELD, place.record() + " needs " + place.path() + ": " + firstSentence(field));
        }
        return value(field.schema(), place, value);
    }

    private static String firstSentence(Field field) {
        return field.doc() == null ? "it is required" : field.doc().replaceFirst("(?s)\\. .*", ".");
    }

    private Object value(Schema schema, Place place, JsonNode value) throws BadEventException {
        return switch (schema.getType()) {
            case UNION -> value.isNull() ? null : value(schema.getTypes().get(1), place, value);
            case STRING -> TextRules.apply(place, text(place, value));
            case INT -> number(place, value, Integer.MAX_VALUE).intValue();
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? Times.parse(place, value)
                        : number(place, value, Long.MAX_VALUE);
            case BOOLEAN -> yesOrNo(place, value);
            case ARRAY -> elements(schema.getElementType(), place, value);
            case RECORD -> nested(schema, place, value);
            default -> throw new IllegalStateException("No JSON form for " + schema + " at " + place.path());
        };
    }

    private static String text(Place place, JsonNode value) throws BadEventException {
        if (!value.isTextual()) {
            throw place.bad(value.toString(), "should be a text in quotation marks");
        }
        return value.textValue();
    }

    private static Boolean yesOrNo(Place place, JsonNode value) throws BadEventException {
        if (!value.isBoolean()) {
            throw place.bad(value.toString(), "should be true or false");
        }
        return value.booleanValue();
    }

    private static Long number(Place place, JsonNode value, long most) throws BadEventException {
        long least = TextRules.least(place.field());
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw place.bad(value.toString(), "should be a whole number from " + least);
        }
        return value.longValue();
    }

    private List<Object> elements(Schema schema, Place place, JsonNode value) throws BadEventException {
        if (!value.isArray()) {
            throw place.bad(value.toString(), "should be an array");
        }
        List<Object> elements = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            elements.add(value(schema, place.element(elements.size()), element));
        }
        return elements;
    }

    private SpecificRecord nested(Schema schema, Place place, JsonNode value) throws BadEventException {
        if (value instanceof ObjectNode object) {
            return record(schema, object, place.path() + ".");
        }
        throw place.bad(value.toString(), "should be an object");
    }
}
