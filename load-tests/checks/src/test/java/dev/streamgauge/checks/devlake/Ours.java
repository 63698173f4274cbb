package dev.streamgauge.checks.devlake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What we say of one request: its change, and its delivery to production. DevLake has one delivery a request, we have one a
 * service and environment: of several the earliest stands for all, and a baseline only if there is none.
 */
record Ours(ObjectNode change, Optional<ObjectNode> delivery) {

    static Ours of(Map<String, List<ObjectNode>> sections, String request) {
        ObjectNode change = sections.get("changes").stream()
                .filter(row -> row.get("request").asText().equals(Request.number(request)))
                .findFirst()
                .orElseThrow();
        return new Ours(
                change,
                sections.get("deliveries").stream()
                        .filter(row -> row.get("change").equals(change.get("change")))
                        .filter(row -> row.get("environment").asText().equals("production"))
                        .min(Comparator.comparing(row -> row.get("delivered_at").asText())));
    }

    /** Of the delivery. */
    String text(String field) {
        return delivery.map(row -> row.get(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .orElse(Column.NOTHING);
    }

    boolean isDelivered() {
        return text("status").equals("delivered");
    }

    boolean isExcluded(String reason) {
        return delivery.stream()
                .flatMap(row -> StreamSupport.stream(row.get("excluded").spliterator(), false))
                .anyMatch(excluded -> excluded.asText().equals(reason));
    }
}
