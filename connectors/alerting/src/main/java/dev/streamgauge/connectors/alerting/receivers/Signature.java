package dev.streamgauge.connectors.alerting.receivers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.schemas.KeyedHash;
import dev.streamgauge.settings.flat.Secret;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The signatures of Standard Webhooks 1.0: HMAC-SHA256 of {@code id.time.body}, one for each secret, separated by spaces.
 *
 * @param secrets each {@code whsec_} and the key in Base64
 */
record Signature(List<Secret> secrets) {

    private static final String PREFIX = "whsec_";

    /** The header's value. */
    String of(String id, long time, byte[] body) {
        return secrets.stream()
                .map(secret -> "v1," + signed(secret, id, time, body))
                .collect(Collectors.joining(" "));
    }

    private static String signed(Secret secret, String id, long time, byte[] body) {
        byte[] key = Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
        byte[] before = "%s.%d.".formatted(id, time).getBytes(UTF_8);
        return Base64.getEncoder().encodeToString(KeyedHash.of(key, before, body));
    }
}
