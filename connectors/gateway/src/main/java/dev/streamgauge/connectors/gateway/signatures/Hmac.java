package dev.streamgauge.connectors.gateway.signatures;

import dev.streamgauge.schemas.KeyedHash;
import dev.streamgauge.settings.flat.Secret;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;

/** HMAC-SHA256 with each of several secrets, compared with each of several signatures; what matches first does not end the work sooner. */
final class Hmac {

    private Hmac() {}

    static boolean signs(List<Secret> secrets, List<byte[]> signatures, byte[]... parts) {
        return signs(secrets, Secret::bytes, signatures, parts);
    }

    static boolean signs(List<Secret> secrets, Function<Secret, byte[]> key, List<byte[]> signatures, byte[]... parts) {
        boolean found = false;
        for (Secret secret : secrets) {
            byte[] expected = KeyedHash.of(key.apply(secret), parts);
            for (byte[] signature : signatures) {
                found |= MessageDigest.isEqual(expected, signature);
            }
        }
        return found;
    }
}
