package dev.streamgauge.connectors.connect.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.connectors.connect.polling.Cursor;
import dev.streamgauge.connectors.connect.polling.StreamId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a backfill is.
 *
 * @param since from when on; null: everything
 * @param streams by stream, how far it is
 */
public record BackfillCursor(Instant since, Map<StreamId, Place> streams) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public BackfillCursor {
        streams = Map.copyOf(streams);
    }

    /** How far a stream is, and whether it is through. */
    public record Place(Cursor cursor, boolean done) {}

    /** From the beginning. */
    public static BackfillCursor begin(Instant since) {
        return new BackfillCursor(since, Map.of());
    }

    Place of(StreamId stream) {
        return streams.getOrDefault(stream, new Place(Cursor.NONE, false));
    }

    /** The JSON form, in a stable order. It holds nothing secret. */
    public String toJson() {
        ObjectNode root = MAPPER.createObjectNode().put("version", 1);
        root.put("since", since == null ? null : since.toString());
        streams.entrySet().stream()
                .sorted((a, b) -> a.getKey().toString().compareTo(b.getKey().toString()))
                .forEach(entry -> write(root.withArray("streams").addObject(), entry.getKey(), entry.getValue()));
        return root.toPrettyString();
    }

    private static void write(ObjectNode node, StreamId id, Place place) {
        id.toMap().forEach(node::put);
        node.put("done", place.done());
        node.set("cursor", MAPPER.valueToTree(place.cursor().toMap()));
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if it is something else; the message says so in one line
     */
    public static BackfillCursor fromJson(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root.path("version").asInt() != 1) {
                throw new IllegalArgumentException("This is no cursor of a backfill, or one of another version");
            }
            Map<StreamId, Place> streams = new LinkedHashMap<>();
            root.path("streams").forEach(node -> streams.put(id(node), place(node)));
            String since = root.path("since").asText(null);
            return new BackfillCursor(since == null ? null : Instant.parse(since), streams);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("The cursor of the backfill is damaged: start without it", e);
        }
    }

    private static StreamId id(JsonNode node) {
        return new StreamId(
                node.path("provider").asText(),
                node.path("host").asText(),
                node.path("repo").asText(),
                node.path("stream").asText());
    }

    private static Place place(JsonNode node) {
        Map<String, String> cursor = new LinkedHashMap<>();
        node.path("cursor")
                .properties()
                .forEach(field -> cursor.put(field.getKey(), field.getValue().asText()));
        return new Place(Cursor.of(cursor), node.path("done").asBoolean());
    }
}
