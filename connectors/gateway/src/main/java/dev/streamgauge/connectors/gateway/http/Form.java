package dev.streamgauge.connectors.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.providers.Delivery;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The JSON inside of a form, as GitHub and Bitbucket send it if a webhook was set up with the content type that their page proposes. */
final class Form {

    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final byte[] FIELD = "payload=".getBytes(UTF_8);

    private Form() {}

    /** The delivery with the JSON as its body; a body that is no such form is left as it is. */
    static Delivery opened(Map<String, String> headers, byte[] body, Instant receivedAt) {
        if (!headers.getOrDefault("content-type", "").startsWith(TYPE) || !isPayload(body)) {
            return new Delivery(headers, body, receivedAt);
        }
        Map<String, String> json = new HashMap<>(headers);
        json.put("content-type", "application/json");
        String text = new String(body, FIELD.length, body.length - FIELD.length, UTF_8);
        int more = text.indexOf('&');
        return new Delivery(json, decoded(more < 0 ? text : text.substring(0, more), body), receivedAt);
    }

    private static byte[] decoded(String text, byte[] body) {
        try {
            return URLDecoder.decode(text, UTF_8).getBytes(UTF_8);
        } catch (IllegalArgumentException e) {
            return body;
        }
    }

    private static boolean isPayload(byte[] body) {
        for (int i = 0; i < FIELD.length; i++) {
            if (i >= body.length || body[i] != FIELD[i]) {
                return false;
            }
        }
        return true;
    }
}
