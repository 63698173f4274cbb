package dev.streamgauge.standalone.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.providers.Delivery;
import java.util.Map;

/** A delivery of each provider that tells nothing, so that sending it changes no number. */
public final class Ping {

    /** The gateway keeps it, so that a trial is not taken for a delivery of the provider's. */
    public static final String MARK = "x-streamgauge-doctor";

    /** What marks a delivery as idle for the providers that look into a field or a header of their own. */
    private static final String ANY = """
            {"specversion":"1.0","id":"doctor","source":"doctor","zen":"doctor","type":"ping","eventType":"ping","eventKey":"diagnostics:ping","alerts":[],"app":{"metadata":{"name":"doctor"}},\
            "involvedObject":{"kind":"Doctor"},"build":{"phase":"NONE"}}""";

    private Ping() {}

    static byte[] body(String provider) {
        String text = switch (provider) {
            case "buildkite" -> "{\"event\":\"ping\"}";
            case "pagerduty" -> "{\"event\":{\"event_type\":\"pagey.ping\"}}";
            case "generic" -> "[]";
            default -> ANY;
        };
        return text.getBytes(UTF_8);
    }

    static Map<String, String> headers() {
        return Map.of(
                MARK,
                "ping",
                "content-type",
                "application/json",
                "x-github-event",
                "ping",
                "x-event-key",
                "diagnostics:ping");
    }

    /** Whether a delivery was a trial. */
    public static boolean is(Delivery delivery) {
        return delivery.header(MARK) != null;
    }
}
