package dev.streamgauge.connectors.alerting.notices;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.settings.match.Glob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which alerts are meant: every named field must match one of its patterns.
 *
 * @param patterns by field: rule, kind, severity; repository, team or organisation; a part of the subject; or {@code labels.<name>}
 */
public record Matcher(Map<String, List<Glob>> patterns) {

    /** The fields beside {@code labels.*}. */
    public static final List<String> FIELDS = List.of(
            "rule",
            "kind",
            "severity",
            "repository",
            "team",
            "organisation",
            "queue",
            "label",
            "workflow",
            "service",
            "environment",
            "source");

    /** What the fields of the rule's labels begin with. */
    public static final String LABELS = "labels.";

    public Matcher {
        patterns = Map.copyOf(new TreeMap<>(patterns));
    }

    /** Whether an alert is meant. A field that it does not have is not matched by any pattern. */
    public boolean matches(Alert alert) {
        Map<String, String> fields = fields(alert);
        return patterns.entrySet().stream().allMatch(wanted -> {
            String value = fields.get(wanted.getKey());
            return value != null && wanted.getValue().stream().anyMatch(pattern -> pattern.matches(value));
        });
    }

    private static Map<String, String> fields(Alert alert) {
        Map<String, String> fields = new HashMap<>(alert.getSubject());
        alert.getLabels().forEach((name, value) -> fields.put(LABELS + name, value));
        fields.put(alert.getScope(), alert.getName());
        fields.put("rule", alert.getRule());
        fields.put("kind", alert.getKind());
        fields.put("severity", alert.getSeverity());
        return fields;
    }
}
