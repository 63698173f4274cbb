package dev.streamgauge.checks.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests as bytes, well and badly formed. */
final class Requests {

    static final String SECRET = "canary-secret-of-the-source";
    static final String PREVIOUS = "canary-secret-of-last-month";

    private Requests() {}

    /** A request that is signed as GitHub signs. */
    static byte[] signed(byte[] body, String... more) {
        return post("/webhooks/ours", body, with(more, "X-Hub-Signature-256", signature(SECRET, body)));
    }

    static byte[] signed(String body) {
        return signed(body.getBytes(UTF_8));
    }

    static String signature(String secret, byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(hmac(secret, body));
    }

    static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param headers names and values in turn */
    static byte[] post(String path, byte[] body, String... headers) {
        return post(path, body, with(headers));
    }

    private static byte[] post(String path, byte[] body, Map<String, String> headers) {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: gateway\r\n");
        headers.putIfAbsent("Content-Length", Integer.toString(body.length));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return join(head.append("\r\n").toString().getBytes(ISO_8859_1), body);
    }

    static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static Map<String, String> with(String[] headers, String... more) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
