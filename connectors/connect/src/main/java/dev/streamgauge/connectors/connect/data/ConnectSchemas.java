package dev.streamgauge.connectors.connect.data;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;

/** Connect's schemas for Avro's. The same Avro schema gives the same object. */
final class ConnectSchemas {

    private static final ConcurrentMap<String, Schema> RECORDS = new ConcurrentHashMap<>();

    private ConnectSchemas() {}

    /** Of a generated record. */
    static Schema ofRecord(org.apache.avro.Schema record) {
        Schema known = RECORDS.get(record.getFullName());
        if (known != null) {
            return known;
        }
        Schema built = record(record).build();
        RECORDS.putIfAbsent(record.getFullName(), built);
        return built;
    }

    private static SchemaBuilder record(org.apache.avro.Schema record) {
        SchemaBuilder struct = SchemaBuilder.struct().name(record.getFullName()).doc(record.getDoc());
        record.getFields().forEach(field -> struct.field(field.name(), field(field)));
        return struct;
    }

    private static Schema field(org.apache.avro.Schema.Field field) {
        SchemaBuilder schema = any(field.schema()).doc(field.doc());
        Object stated = field.defaultVal();
        if (stated instanceof List<?>) {
            schema.defaultValue(List.of());
        } else if (stated instanceof Map<?, ?>) {
            schema.defaultValue(Map.of());
        } else if (stated != null && stated != JsonProperties.NULL_VALUE) {
            schema.defaultValue(stated);
        }
        return schema.build();
    }

    private static SchemaBuilder any(org.apache.avro.Schema schema) {
        return schema.isUnion() ? of(valueOf(schema), true) : of(schema, false);
    }

    /** What a union of null and something else has if it is not null. */
    static org.apache.avro.Schema valueOf(org.apache.avro.Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != org.apache.avro.Schema.Type.NULL)
                .findFirst()
                .orElseThrow(() -> new DataException("A union of nothing but null"));
    }

    private static SchemaBuilder of(org.apache.avro.Schema schema, boolean optional) {
        SchemaBuilder builder = switch (schema.getType()) {
            case STRING -> SchemaBuilder.string();
            case INT -> SchemaBuilder.int32();
            case LONG -> isTime(schema) ? Timestamp.builder() : SchemaBuilder.int64();
            case BOOLEAN -> SchemaBuilder.bool();
            case DOUBLE -> SchemaBuilder.float64();
            case ARRAY -> SchemaBuilder.array(any(schema.getElementType()).build());
            case MAP ->
                SchemaBuilder.map(
                        Schema.STRING_SCHEMA, any(schema.getValueType()).build());
            case RECORD -> record(schema);
            default -> throw new DataException("Records of Streamgauge have no " + schema.getType());
        };
        return optional ? builder.optional() : builder;
    }

    static boolean isTime(org.apache.avro.Schema schema) {
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }
}
