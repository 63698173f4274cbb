package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.Delivery;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A webhook that was left at GitHub's default content type sends its JSON as the field {@code payload} of a form. */
final class FormBody {

    private static final String FIELD = "payload=";

    private FormBody() {}

    /** The delivery with the JSON as its body; as it is, if it is no form. */
    static Delivery unwrapped(Delivery delivery) {
        String type = delivery.header("content-type");
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            return delivery;
        }
        String form = new String(delivery.body(), StandardCharsets.UTF_8);
        return Arrays.stream(form.split("&"))
                .filter(field -> field.startsWith(FIELD))
                .findFirst()
                .map(field -> new Delivery(
                        delivery.headers(), decoded(field.substring(FIELD.length())), delivery.receivedAt()))
                .orElse(delivery);
    }

    private static byte[] decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value.getBytes(StandardCharsets.UTF_8); // It is no JSON either, and refused as such.
        }
    }
}
