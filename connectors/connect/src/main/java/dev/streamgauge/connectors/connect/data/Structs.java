package dev.streamgauge.connectors.connect.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** Our records as structs, and back. Times are Connect's {@code Timestamp}; what may be null is optional. */
public final class Structs {

    private Structs() {}

    /** Connect's schema of a record of ours. */
    public static org.apache.kafka.connect.data.Schema schemaOf(SpecificRecord record) {
        return ConnectSchemas.ofRecord(record.getSchema());
    }

    /** The record as a struct. */
    public static Struct of(SpecificRecord record) {
        return struct(record, ConnectSchemas.ofRecord(record.getSchema()));
    }

    private static Struct struct(SpecificRecord record, org.apache.kafka.connect.data.Schema schema) {
        Struct struct = new Struct(schema);
        for (Field field : record.getSchema().getFields()) {
            struct.put(
                    field.name(),
                    given(record.get(field.pos()), schema.field(field.name()).schema()));
        }
        return struct;
    }

    private static Object given(Object value, org.apache.kafka.connect.data.Schema schema) {
        if (value instanceof Instant time) {
            return Date.from(time);
        }
        if (value instanceof Collection<?> elements) {
            List<Object> list = new ArrayList<>(elements.size());
            elements.forEach(element -> list.add(given(element, schema.valueSchema())));
            return list;
        }
        if (value instanceof Map<?, ?> entries) {
            Map<Object, Object> map = new LinkedHashMap<>();
            entries.forEach((key, each) -> map.put(key, given(each, schema.valueSchema())));
            return map;
        }
        return value instanceof SpecificRecord inner ? struct(inner, schema) : value;
    }

    /**
     * The record of a struct. A field that the struct's schema does not have gets its default.
     *
     * @throws DataException if it is none of our records, has a field that ours has not, or does not fit
     */
    public static SpecificRecord record(Struct struct) {
        return record(struct, RecordClasses.named(struct.schema().name()));
    }

    private static SpecificRecord record(Struct struct, Schema schema) {
        struct.schema().fields().stream()
                .filter(field -> schema.getField(field.name()) == null)
                .findFirst()
                .ifPresent(field -> {
                    throw new DataException("%s has no field '%s'. A transformation must not add fields to it"
                            .formatted(schema.getFullName(), field.name()));
                });
        SpecificRecord record = RecordClasses.create(schema);
        for (Field field : schema.getFields()) {
            record.put(field.pos(), fieldOf(struct, field));
        }
        return record;
    }

    private static Object fieldOf(Struct struct, Field field) {
        if (struct.schema().field(field.name()) == null) {
            if (!field.hasDefaultValue()) {
                throw new DataException("The struct lacks '%s'".formatted(field.name()));
            }
            return RecordClasses.defaultOf(field);
        }
        try {
            return taken(struct.get(field.name()), field.schema());
        } catch (ClassCastException e) {
            throw new DataException("'%s' of %s is of another type than in its schema"
                    .formatted(field.name(), struct.schema().name()));
        }
    }

    private static Object taken(Object value, Schema schema) {
        if (schema.isUnion()) {
            return value == null ? null : taken(value, ConnectSchemas.valueOf(schema));
        }
        return switch (schema.getType()) {
            case STRING -> (String) value;
            case INT -> (Integer) value;
            case LONG -> ConnectSchemas.isTime(schema) ? time(value) : (Long) value;
            case BOOLEAN -> (Boolean) value;
            case DOUBLE -> (Double) value;
            case ARRAY -> list((List<?>) value, schema.getElementType());
            case MAP -> map((Map<?, ?>) value, schema.getValueType());
            case RECORD -> record((Struct) value, schema);
            default -> throw new DataException("Records of Streamgauge have no " + schema.getType());
        };
    }

    private static Instant time(Object value) {
        return value == null ? null : ((Date) value).toInstant();
    }

    private static List<Object> list(List<?> elements, Schema element) {
        List<Object> list = new ArrayList<>();
        if (elements != null) {
            elements.forEach(each -> list.add(taken(each, element)));
        }
        return list;
    }

    private static Map<String, Object> map(Map<?, ?> entries, Schema type) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (entries != null) {
            entries.forEach((key, each) -> map.put((String) key, taken(each, type)));
        }
        return map;
    }
}
