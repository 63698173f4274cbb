package dev.streamgauge.connectors.gateway.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.settings.flat.Secret;
import java.security.MessageDigest;
import java.util.List;

/** Secrets that are sent along as they are. Weaker than a signature: whoever can read one request can write others. Use TLS. */
final class Tokens {

    private Tokens() {}

    /** A header holds the secret. */
    static Verdict plain(String header, Delivery delivery, List<Secret> secrets) {
        String value = delivery.header(header);
        return value == null ? Verdict.MISSING : same(value.getBytes(UTF_8), secrets);
    }

    static Verdict bearer(Delivery delivery, List<Secret> secrets) {
        String token = authorization("Bearer", delivery);
        return token == null ? Verdict.MISSING : same(token.getBytes(UTF_8), secrets);
    }

    /** The secret is {@code user:password}. */
    static Verdict basic(Delivery delivery, List<Secret> secrets) {
        String encoded = authorization("Basic", delivery);
        if (encoded == null) {
            return Verdict.MISSING;
        }
        byte[] credentials = StandardWebhooks.base64(encoded);
        return credentials == null ? Verdict.MALFORMED : same(credentials, secrets);
    }

    private static String authorization(String scheme, Delivery delivery) {
        String value = delivery.header("authorization");
        boolean fits = value != null && value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1);
        return fits ? value.substring(scheme.length() + 1).strip() : null;
    }

    private static Verdict same(byte[] given, List<Secret> secrets) {
        boolean found = false;
        for (Secret secret : secrets) {
            found |= MessageDigest.isEqual(secret.bytes(), given);
        }
        return Verdict.of(found);
    }
}
