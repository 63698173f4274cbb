package dev.streamgauge.connectors.connect.data;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.avro.RecordModel;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.errors.DataException;

/** The records of our topics, by the full names of their schemas. */
final class RecordClasses {

    private static final RecordModel MODEL = new RecordModel();

    private static final Map<String, Schema> BY_NAME = Topics.all().stream()
            .<Class<?>>flatMap(topic -> Stream.of(topic.keyClass(), topic.valueClass()))
            .filter(SpecificRecord.class::isAssignableFrom)
            .distinct()
            .map(MODEL::getSchema)
            .collect(Collectors.toUnmodifiableMap(Schema::getFullName, Function.identity()));

    private RecordClasses() {}

    /** The generated schema of this name. */
    static Schema named(String name) {
        Schema schema = name == null ? null : BY_NAME.get(name);
        if (schema == null) {
            throw new DataException("%s is no record of Streamgauge's topics. Use this converter only for those"
                    .formatted(name == null ? "A struct without a name" : name));
        }
        return schema;
    }

    /** A new record of a generated schema, also of one that only stands inside of others. */
    static SpecificRecord create(Schema schema) {
        return (SpecificRecord) RecordModel.newInstance(MODEL.getClass(schema), schema);
    }

    /** What a field has if nobody says anything. */
    static Object defaultOf(Schema.Field field) {
        return MODEL.deepCopy(field.schema(), MODEL.getDefaultValue(field));
    }
}
