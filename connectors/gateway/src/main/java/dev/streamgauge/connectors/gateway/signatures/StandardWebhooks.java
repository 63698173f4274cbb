package dev.streamgauge.connectors.gateway.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.settings.flat.Secret;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The signatures of standardwebhooks.com: {@code v1,<Base64>}, separated by spaces, over {@code id.time.body}. */
final class StandardWebhooks {

    private static final int MOST = 10;
    private static final String KEY_PREFIX = "whsec_";

    private StandardWebhooks() {}

    static Verdict verify(Delivery delivery, List<Secret> secrets) {
        String id = delivery.header("webhook-id");
        String time = delivery.header("webhook-timestamp");
        String value = delivery.header("webhook-signature");
        if (id == null || time == null || value == null) {
            return Verdict.MISSING;
        }
        List<byte[]> signatures = signatures(value);
        if (signatures.isEmpty()) {
            return Verdict.MALFORMED;
        }
        byte[] before = (id + "." + time + ".").getBytes(UTF_8);
        if (!Hmac.signs(secrets, StandardWebhooks::key, signatures, before, delivery.body())) {
            return Verdict.WRONG;
        }
        Verdict problem = SignedTime.problem(time, delivery.receivedAt());
        return problem == null ? Verdict.VALID : problem;
    }

    private static List<byte[]> signatures(String value) {
        List<byte[]> signatures = new ArrayList<>();
        String[] parts = value.split(" ", MOST + 1);
        for (int i = 0; i < parts.length && parts.length <= MOST; i++) {
            byte[] signature = parts[i].startsWith("v1,") ? base64(parts[i].substring(3)) : null;
            if (signature != null) {
                signatures.add(signature);
            }
        }
        return signatures;
    }

    // A secret in the form of the specification holds the key's bytes; any other text is the key.
    static byte[] key(Secret secret) {
        String text = secret.reveal();
        byte[] key = text.startsWith(KEY_PREFIX) ? base64(text.substring(KEY_PREFIX.length())) : null;
        return key == null || key.length == 0 ? secret.bytes() : key;
    }

    static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
