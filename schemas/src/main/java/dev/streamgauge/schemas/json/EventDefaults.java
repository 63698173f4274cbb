package dev.streamgauge.schemas.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.ContentHash;

/** What may be left out of a line although the schema requires it. */
final class EventDefaults {

    private EventDefaults() {}

    static void fill(ObjectNode json, byte[] line) {
        if (!json.has("event_id")) {
            json.put("event_id", ContentHash.of(line));
        }
        if (!json.has("source")) {
            json.put("source", "file");
        }
        if (!json.has("received_at") && json.has("occurred_at")) {
            json.set("received_at", json.get("occurred_at"));
        }
    }
}
