package dev.streamgauge.standalone.alerts;

import com.fasterxml.jackson.databind.JsonNode;

/** An alert of {@code alerts.json.v1}, as a line for people. */
final class AlertLine {

    private static final String FORM = "%-24s  %-8s  %-6s  %s: %s%s";

    private AlertLine() {}

    static String of(JsonNode alert) {
        return FORM.formatted(
                text(alert, "updated_at"),
                text(alert, "state"),
                text(alert, "severity"),
                text(alert, "rule"),
                text(alert, "summary"),
                alert.hasNonNull("suppressed_by") ? " [suppressed by " + text(alert, "suppressed_by") + "]" : "");
    }

    /** Whether somebody has something to do with it now. */
    static boolean isOpen(JsonNode alert) {
        String state = text(alert, "state");
        return state.equals("firing") || state.equals("pending");
    }

    /** Whether it is the one that always fires. */
    static boolean isWatchdog(JsonNode alert) {
        return text(alert, "kind").equals("watchdog");
    }

    // What a terminal would obey stays out.
    private static String text(JsonNode alert, String name) {
        return alert.path(name).asText("").replaceAll("\\p{Cntrl}", " ");
    }
}
