package dev.streamgauge.connectors.alerting.receivers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertItem;
import java.net.URI;
import java.util.Optional;

/** Alerts as JSON. */
final class Json {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can be written", e);
        }
    }

    /** The tree of a text; missing if it is no JSON. */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** An alert with the fields of its schema; times as in RFC 3339. */
    static ObjectNode alert(Alert alert) {
        ObjectNode json = NODES.objectNode()
                .put("fingerprint", alert.getFingerprint())
                .put("rule", alert.getRule())
                .put("kind", alert.getKind())
                .put("state", alert.getState())
                .put("severity", alert.getSeverity())
                .put("scope", alert.getScope())
                .put("name", alert.getName());
        alert.getSubject().forEach(json.putObject("subject")::put);
        alert.getLabels().forEach(json.putObject("labels")::put);
        json.put("summary", alert.getSummary())
                .put("runbook", alert.getRunbook())
                .put("value", alert.getValue())
                .put("threshold", alert.getThreshold())
                .put("unit", alert.getUnit())
                .put("starts_at", time(alert.getStartsAt()))
                .put("fired_at", time(alert.getFiredAt()))
                .put("resolved_at", time(alert.getResolvedAt()));
        json.set("items", items(alert));
        return json.put("rules_version", alert.getRulesVersion())
                .put("updated_at", time(alert.getUpdatedAt()))
                .put("revision", alert.getRevision());
    }

    private static ArrayNode items(Alert alert) {
        ArrayNode items = NODES.arrayNode();
        for (AlertItem item : alert.getItems()) {
            items.addObject()
                    .put("item", item.getItem())
                    .put("since", time(item.getSince()))
                    .put("url", item.getUrl());
        }
        return items;
    }

    private static String time(Object time) {
        return time == null ? null : time.toString();
    }

    /** A link that receivers take: absolute, http or https. What they would refuse must not cost the whole alert. */
    static Optional<String> link(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            URI link = URI.create(text);
            boolean right = link.getScheme() != null && link.getScheme().matches("https?") && link.getHost() != null;
            return right ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The link of the oldest item that has one. */
    static Optional<String> link(Alert alert) {
        return alert.getItems().stream()
                .flatMap(item -> link(item.getUrl()).stream())
                .findFirst();
    }
}
