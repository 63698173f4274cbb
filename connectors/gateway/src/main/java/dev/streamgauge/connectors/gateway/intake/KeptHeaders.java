package dev.streamgauge.connectors.gateway.intake;

import dev.streamgauge.connectors.providers.Delivery;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The headers that a mapper may see, and that are kept for a replay: named one by one, so that no secret and nothing of a proxy's is among them. */
final class KeptHeaders {

    private static final Set<String> NAMES = Set.of(
            Delivery.PATH,
            Delivery.PLACE,
            "content-type",
            "idempotency-key",
            "webhook-id",
            "webhook-timestamp",
            "circleci-event-type",
            "gotk-component",
            "x-attempt-number",
            "x-buildkite-event",
            "x-event-key",
            "x-event-time",
            "x-hook-uuid",
            "x-request-id",
            "x-request-uuid");

    private static final Set<String> PREFIXES =
            Set.of("ce-", "ce_", "x-github-", "x-gitlab-", "x-gerrit-", "x-streamgauge-");

    private static final Pattern SECRET = Pattern.compile("token|secret|signature|auth|password|key");

    private KeptHeaders() {}

    static Map<String, String> of(Map<String, String> headers) {
        Map<String, String> kept = new TreeMap<>();
        headers.forEach((name, value) -> {
            if (isKept(name)) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    private static boolean isKept(String name) {
        return NAMES.contains(name)
                || (PREFIXES.stream().anyMatch(name::startsWith)
                        && !SECRET.matcher(name).find());
    }
}
