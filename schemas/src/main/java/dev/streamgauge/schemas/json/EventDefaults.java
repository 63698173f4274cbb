package dev.streamgauge.schemas.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What may be left out of a line although the schema requires it. */
final class EventDefaults {

    private static final int ID_BYTES = 16;

    private EventDefaults() {}

    static void fill(ObjectNode json, byte[] line) {
        if (!json.has("event_id")) {
            json.put("event_id", HexFormat.of().formatHex(hash(line), 0, ID_BYTES));
        }
        if (!json.has("source")) {
            json.put("source", "file");
        }
        if (!json.has("received_at") && json.has("occurred_at")) {
            json.set("received_at", json.get("occurred_at"));
        }
    }

    private static byte[] hash(byte[] line) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(line);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
