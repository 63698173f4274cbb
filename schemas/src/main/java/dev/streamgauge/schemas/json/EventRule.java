package dev.streamgauge.schemas.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;

/** Checks one value of an event. Made once for each field: it runs for every event, and says nothing that costs while all is well. */
@FunctionalInterface
interface EventRule {

    /** Nothing that is of the schema's type can be wrong. */
    EventRule NONE = value -> null;

    /** What is wrong with a value that is not null, behind the rest of the way to it: {@code .commits[3].sha is '', but …}; null if nothing is. */
    String problem(Object value);

    /** The rule of a record with all that it holds. */
    static EventRule of(Schema schema) {
        List<FieldRule> fields = new ArrayList<>();
        for (Field field : schema.getFields()) {
            EventRule rule = of(schema.getName(), field.name(), field.schema());
            if (rule != NONE) {
                fields.add(new FieldRule(field.pos(), field.name(), rule));
            }
        }
        return record(fields.toArray(FieldRule[]::new));
    }

    private static EventRule of(String record, String field, Schema schema) {
        return switch (schema.getType()) {
            case UNION -> of(record, field, schema.getTypes().get(1));
            case STRING -> text(TextRules.of(record, field));
            case INT, LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? time(field) : number(field);
            case ARRAY -> array(of(record, field, schema.getElementType()));
            case RECORD -> of(schema);
            default -> NONE;
        };
    }

    private static EventRule record(FieldRule[] fields) {
        return value -> {
            SpecificRecord record = (SpecificRecord) value;
            for (FieldRule field : fields) {
                String problem = field.problem(record);
                if (problem != null) {
                    return problem;
                }
            }
            return null;
        };
    }

    private static EventRule array(EventRule rule) {
        if (rule == NONE) {
            return NONE;
        }
        return value -> {
            List<?> elements = (List<?>) value;
            for (int i = 0; i < elements.size(); i++) {
                String problem = rule.problem(elements.get(i));
                if (problem != null) {
                    return "[" + i + "]" + problem;
                }
            }
            return null;
        };
    }

    private static EventRule text(TextRule rule) {
        return value -> {
            String text = (String) value;
            String problem = rule.problem(text);
            if (problem == null && !rule.canonical(text).equals(text)) {
                problem = "is '" + Place.cut(text) + "', but must be in lower case";
            }
            return problem == null ? null : " " + problem;
        };
    }

    private static EventRule number(String field) {
        long least = TextRules.least(field);
        return value -> ((Number) value).longValue() >= least
                ? null
                : " is " + value + ", but should be a whole number from " + least;
    }

    private static EventRule time(String field) {
        if (!EventTimes.OF_COMMITS.contains(field)) {
            return NONE; // It is judged by when the event arrived.
        }
        return value -> Times.isInRange((Instant) value) ? null : " is " + value + ", " + Times.OUT_OF_RANGE;
    }

    /** The rule of a field, and where in its record the field stands. */
    record FieldRule(int position, String name, EventRule rule) {
        String problem(SpecificRecord record) {
            Object value = record.get(position);
            String problem = value == null ? null : rule.problem(value);
            return problem == null ? null : "." + name + problem;
        }
    }
}
