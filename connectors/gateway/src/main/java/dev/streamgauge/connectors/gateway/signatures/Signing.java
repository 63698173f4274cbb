package dev.streamgauge.connectors.gateway.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.schemas.KeyedHash;
import dev.streamgauge.settings.flat.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** Signs as providers do: for trials of a gateway that is running. */
public final class Signing {

    private static final HexFormat HEX = HexFormat.of();

    private Signing() {}

    /**
     * The headers that prove a body to be the provider's own.
     *
     * @param now what is signed as the time, by schemes that sign one
     */
    public static Map<String, String> headers(Scheme scheme, Secret secret, byte[] body, Instant now) {
        return switch (scheme) {
            case GITHUB -> Map.of("x-hub-signature-256", "sha256=" + hex(secret, body));
            case HUB -> Map.of("x-hub-signature", "sha256=" + hex(secret, body));
            case GITLAB_TOKEN -> Map.of("x-gitlab-token", secret.reveal());
            case STANDARD_WEBHOOKS -> standardWebhooks(secret, body, now);
            case CIRCLECI -> Map.of("circleci-signature", "v1=" + hex(secret, body));
            case BUILDKITE_SIGNATURE -> buildkite(secret, body, now);
            case BUILDKITE_TOKEN -> Map.of("x-buildkite-token", secret.reveal());
            case PAGERDUTY -> Map.of("x-pagerduty-signature", "v1=" + hex(secret, body));
            case FLUX -> Map.of("x-signature", "sha256=" + hex(secret, body));
            case BASIC -> Map.of("authorization", "Basic " + Base64.getEncoder().encodeToString(secret.bytes()));
            case BEARER -> Map.of("authorization", "Bearer " + secret.reveal());
            case NONE -> Map.of();
        };
    }

    private static Map<String, String> standardWebhooks(Secret secret, byte[] body, Instant now) {
        String id = "msg_" + now.toEpochMilli();
        String time = Long.toString(now.getEpochSecond());
        byte[] signature = KeyedHash.of(StandardWebhooks.key(secret), (id + "." + time + ".").getBytes(UTF_8), body);
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                time,
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(signature));
    }

    private static Map<String, String> buildkite(Secret secret, byte[] body, Instant now) {
        String time = Long.toString(now.getEpochSecond());
        String signature = HEX.formatHex(KeyedHash.of(secret.bytes(), (time + ".").getBytes(UTF_8), body));
        return Map.of("x-buildkite-signature", "timestamp=" + time + ",signature=" + signature);
    }

    private static String hex(Secret secret, byte[] body) {
        return HEX.formatHex(KeyedHash.of(secret.bytes(), body));
    }
}
