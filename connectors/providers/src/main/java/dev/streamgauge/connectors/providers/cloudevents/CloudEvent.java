package dev.streamgauge.connectors.providers.cloudevents;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.json.Moments;
import dev.streamgauge.schemas.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * A CloudEvent. Structured, its attributes stand in the body beside the data; binary, in headers {@code ce-…} (HTTP) or {@code ce_…} (Kafka).
 *
 * @param id the event's identifier, unique for its source. Null: not said
 * @param type what happened. Null: this is no CloudEvent
 * @param time when. Null: not said
 * @param data what it is about; missing if there is none
 */
public record CloudEvent(String id, String type, Instant time, Json data) {

    /** The event of a delivery. */
    public static CloudEvent of(Delivery delivery, Json body) throws UnmappableException {
        if (body.has("specversion") && body.has("type")) {
            return new CloudEvent(
                    body.textOrNull("id"), body.textOrNull("type"), body.timeOrNull("time"), structuredData(body));
        }
        String time = attribute(delivery, "time");
        return new CloudEvent(
                attribute(delivery, "id"),
                attribute(delivery, "type"),
                time == null ? null : Moments.parse(time),
                body);
    }

    /** A binary event's attribute; null if it was not sent. */
    public static String attribute(Delivery delivery, String name) {
        String http = delivery.header("ce-" + name);
        String value = http == null ? delivery.header("ce_" + name) : http;
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Json structuredData(Json body) throws UnmappableException {
        String encoded = body.textOrNull("data_base64");
        String quoted = body.textOrNull("data");
        try {
            if (encoded != null) {
                return Json.parse(Base64.getDecoder().decode(encoded));
            }
        } catch (IllegalArgumentException e) {
            throw new UnmappableException(Refusal.BAD_VALUE, "'data_base64' is no Base64");
        }
        return quoted == null ? body.at("data") : Json.parse(quoted.getBytes(StandardCharsets.UTF_8));
    }
}
