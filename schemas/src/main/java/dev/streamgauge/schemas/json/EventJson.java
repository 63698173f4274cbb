package dev.streamgauge.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.avro.RecordModel;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The events' JSON form, as {@code docs/events.md} defines it: one object a line. Safe for many threads. */
public final class EventJson {

    /** The longest line, in bytes of UTF-8. */
    public static final int LONGEST_LINE = 1 << 20;

    private static final int DEEPEST = 8;
    private static final RecordModel MODEL = new RecordModel();
    private static final EventReader READER = new EventReader(MODEL);
    private static final Map<String, Schema> TYPES = types();
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_LINE)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What the parser tells of its settings, which are not the user's. */
    private static final Pattern PARSERS_OWN =
            Pattern.compile(" \\((start marker at|bound as|not recognized as) .*|: enable `.*|, from `[^`]*`");

    private EventJson() {}

    private static Map<String, Schema> types() {
        Map<String, Schema> types = new LinkedHashMap<>();
        Topics.events().forEach(topic -> {
            Schema schema = MODEL.getSchema(topic.valueClass());
            types.put(schema.getName(), schema);
        });
        return types;
    }

    /**
     * The event that a line of UTF-8 holds.
     *
     * @throws BadEventException if it is none
     */
    public static SpecificRecord parse(byte[] line) throws BadEventException {
        requireSize(line.length);
        try {
            return read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line))
                            .toString(),
                    line);
        } catch (CharacterCodingException e) {
            throw new BadEventException(Refusal.BROKEN_JSON, "The line is not UTF-8");
        }
    }

    /**
     * The event that a line holds.
     *
     * @throws BadEventException if it is none
     */
    public static SpecificRecord parse(String line) throws BadEventException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        requireSize(bytes.length);
        return read(line, bytes);
    }

    private static void requireSize(int bytes) throws BadEventException {
        if (bytes > LONGEST_LINE) {
            throw new BadEventException(
                    Refusal.TOO_LARGE, "The line has " + bytes + " bytes; at most " + LONGEST_LINE + " are allowed");
        }
    }

    private static SpecificRecord read(String text, byte[] line) throws BadEventException {
        ObjectNode json = object(text);
        Schema schema = type(json.remove("type"));
        EventDefaults.fill(json, line);
        return READER.record(schema, json, "");
    }

    private static ObjectNode object(String text) throws BadEventException {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            if (MAPPER.readTree(withoutMark) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            String plain = "The line is not one JSON object";
            throw new BadEventException(Refusal.BROKEN_JSON, plain + ": " + problem(e), plain + where(e));
        }
        throw new BadEventException(Refusal.BROKEN_JSON, "The line is not one JSON object");
    }

    private static String problem(JsonProcessingException e) {
        String what = e.getOriginalMessage().lines().findFirst().orElse("");
        return PARSERS_OWN.matcher(what).replaceAll("") + where(e);
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (column " + e.getLocation().getColumnNr() + ")";
    }

    private static Schema type(JsonNode type) throws BadEventException {
        if (type == null) {
            throw new BadEventException(
                    Refusal.MISSING_FIELD, "The event needs a type: one of " + String.join(", ", TYPES.keySet()));
        }
        Schema schema = TYPES.get(type.asText());
        if (schema == null) {
            throw new BadEventException(
                    Refusal.UNKNOWN_TYPE,
                    "There is no type '" + Place.cut(type.asText()) + "': "
                            + Names.suggest(type.asText(), TYPES.keySet()),
                    "There is no such type: " + Names.suggest(type.asText(), TYPES.keySet()));
        }
        return schema;
    }

    /** The event as one line, {@code type} first, without fields that equal their default. {@link #parse(String)} gives an equal event. */
    public static String write(SpecificRecord event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", event.getSchema().getName());
        json.setAll(RecordJson.sparse(event));
        return json.toString();
    }
}
