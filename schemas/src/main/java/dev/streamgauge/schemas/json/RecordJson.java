package dev.streamgauge.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.avro.RecordModel;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;

/** Records as JSON objects with the schema's names, in the schema's order. */
public final class RecordJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final RecordModel MODEL = new RecordModel();

    private RecordJson() {}

    /**
     * A record as reports show it: with its nulls, and times always with three decimals ({@code 2026-03-01T10:10:00.000Z}).
     *
     * @param without names of top-level fields to leave out
     */
    public static ObjectNode toJson(SpecificRecord record, Set<String> without) {
        ObjectNode json = JSON.objectNode();
        for (Field field : record.getSchema().getFields()) {
            if (!without.contains(field.name())) {
                json.set(
                        field.name(), node(record.get(field.pos()), Times::withMillis, full -> toJson(full, Set.of())));
            }
        }
        return json;
    }

    /** A record without the fields that equal their default. */
    static ObjectNode sparse(SpecificRecord record) {
        ObjectNode json = JSON.objectNode();
        for (Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (!field.hasDefaultValue() || !Objects.equals(value, MODEL.getDefaultValue(field))) {
                json.set(field.name(), node(value, Instant::toString, RecordJson::sparse));
            }
        }
        return json;
    }

    private static JsonNode node(
            Object value, Function<Instant, String> times, Function<SpecificRecord, ObjectNode> records) {
        if (value instanceof Collection<?> elements) {
            ArrayNode array = JSON.arrayNode(elements.size());
            elements.forEach(element -> array.add(node(element, times, records)));
            return array;
        }
        if (value instanceof Map<?, ?> entries) {
            ObjectNode object = JSON.objectNode();
            new TreeMap<>(entries).forEach((name, each) -> object.set(name.toString(), node(each, times, records)));
            return object;
        }
        if (value instanceof SpecificRecord nested) {
            return records.apply(nested);
        }
        return value instanceof Instant time ? JSON.textNode(times.apply(time)) : scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Integer number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Long number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Double number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Boolean yes) {
            return JSON.booleanNode(yes);
        }
        return JSON.textNode(value.toString());
    }
}
