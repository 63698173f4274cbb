package dev.streamgauge.connectors.alerting.receivers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.notices.Notice;
import dev.streamgauge.connectors.alerting.notices.Words;
import java.util.Map;
import java.util.TreeMap;

/**
 * An alert as Alertmanager takes it. Its labels are what it is about and what its rule says: there are as many sets of them as there are subjects. What differs from
 * one evaluation to the next is in the annotations.
 */
final class PostableAlert {

    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_NOTE = 1_000;

    private PostableAlert() {}

    static ObjectNode of(Notice notice) {
        Alert alert = notice.alert();
        ObjectNode json = Json.NODES.objectNode();
        labels(alert).forEach(json.putObject("labels")::put);
        annotations(alert).forEach(json.putObject("annotations")::put);
        json.put("startsAt", notice.firedAt().toString());
        if (notice.over()) {
            json.put("endsAt", notice.endedAt().toString());
        }
        Json.link(alert).ifPresent(link -> json.put("generatorURL", link));
        return json;
    }

    /** What tells it apart from others. */
    static Map<String, String> labels(Alert alert) {
        Map<String, String> labels = new TreeMap<>();
        alert.getLabels().forEach((name, value) -> put(labels, name, value));
        Words.parts(alert).forEach((name, value) -> put(labels, name, value));
        put(labels, alert.getScope(), alert.getName());
        put(labels, "kind", alert.getKind());
        put(labels, "severity", alert.getSeverity());
        put(labels, "alertname", alert.getRule());
        return labels;
    }

    // Alertmanager refuses other names, and takes an empty value for none.
    private static void put(Map<String, String> labels, String name, String value) {
        String allowed = name.replaceAll("[^a-zA-Z0-9_]", "_").replaceAll("^(?=[0-9])", "_");
        if (!value.isEmpty() && !allowed.isEmpty()) {
            labels.put(allowed, Words.cut(value, LONGEST_LABEL));
        }
    }

    private static Map<String, String> annotations(Alert alert) {
        Map<String, String> notes = new TreeMap<>();
        notes.put("summary", Words.cut(alert.getSummary(), LONGEST_NOTE));
        notes.put("measured", Words.measured(alert));
        notes.put("fingerprint", alert.getFingerprint());
        Json.link(alert.getRunbook()).ifPresent(link -> notes.put("runbook_url", link));
        if (!alert.getItems().isEmpty()) {
            notes.put("oldest", Words.cut(alert.getItems().get(0).getItem(), LONGEST_NOTE));
        }
        return notes;
    }
}
