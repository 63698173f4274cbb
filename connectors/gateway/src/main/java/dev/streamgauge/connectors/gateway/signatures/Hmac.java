package dev.streamgauge.connectors.gateway.signatures;

import dev.streamgauge.settings.flat.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with each of several secrets, compared with each of several signatures; what matches first does not end the work sooner. */
final class Hmac {

    private static final String SHA256 = "HmacSHA256";

    private Hmac() {}

    static boolean signs(List<Secret> secrets, List<byte[]> signatures, byte[]... parts) {
        return signs(secrets, Secret::bytes, signatures, parts);
    }

    static boolean signs(List<Secret> secrets, Function<Secret, byte[]> key, List<byte[]> signatures, byte[]... parts) {
        boolean found = false;
        for (Secret secret : secrets) {
            byte[] expected = sha256(key.apply(secret), parts);
            for (byte[] signature : signatures) {
                found |= MessageDigest.isEqual(expected, signature);
            }
        }
        return found;
    }

    static byte[] sha256(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(SHA256);
            mac.init(new SecretKeySpec(key, SHA256));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
