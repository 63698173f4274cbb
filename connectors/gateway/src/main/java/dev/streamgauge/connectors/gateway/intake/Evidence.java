package dev.streamgauge.connectors.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.gateway.config.GatewayConfig.Keep;
import dev.streamgauge.connectors.gateway.config.RawMode;
import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped.Unmappable;
import dev.streamgauge.schemas.ContentHash;
import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.schemas.RawHeaders;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is kept of a delivery as it was received: for a replay, and as the evidence beside a refusal. */
final class Evidence {

    private static final int LONGEST_ID = 200;
    private static final int SHORT = 10_000;

    private final Keep keep;

    Evidence(Keep keep) {
        this.keep = keep;
    }

    /** Whether {@link #raw} would leave it out because of its size. */
    boolean isTooLarge(Delivery delivery) {
        return keep.raw() != RawMode.OFF && delivery.body().length > keep.maxBytes();
    }

    /** The message for the raw topic; null if it is not kept. */
    Message raw(Source source, Delivery delivery) {
        if (keep.raw() == RawMode.OFF || isTooLarge(delivery)) {
            return null;
        }
        byte[] value = keep.raw() == RawMode.ON ? delivery.body() : Redaction.of(delivery.body());
        return new Message(id(source, delivery).getBytes(UTF_8), value, headers(source, delivery));
    }

    /** The message for the dead letters; a body beyond the limit is cut. */
    Message letter(Source source, Delivery delivery, Unmappable problem) {
        return letter(source, delivery, problem, keep.maxBytes());
    }

    /** The same for a broker that takes less than the configuration says. */
    Message shortLetter(Source source, Delivery delivery, Unmappable problem) {
        return letter(source, delivery, problem, SHORT);
    }

    private Message letter(Source source, Delivery delivery, Unmappable problem, int most) {
        Map<String, String> headers = headers(source, delivery);
        String id = id(source, delivery);
        headers.put(DeadLetterHeaders.REASON, problem.reason().code());
        headers.put(DeadLetterHeaders.MESSAGE, Redaction.of(problem.message()));
        headers.put(DeadLetterHeaders.ORIGIN, "gateway " + source.name() + " " + id);
        headers.put(DeadLetterHeaders.ORIGINAL_SIZE, Integer.toString(delivery.body().length));
        byte[] whole = delivery.body();
        byte[] cut = whole.length > most ? Arrays.copyOf(whole, most) : whole;
        byte[] value = keep.raw() == RawMode.ON ? cut : Redaction.of(cut);
        return new Message(id.getBytes(UTF_8), value, headers);
    }

    private Map<String, String> headers(Source source, Delivery delivery) {
        boolean redacted = keep.raw() != RawMode.ON;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(RawHeaders.PROVIDER, source.provider().name());
        headers.put(RawHeaders.SOURCE, source.name());
        headers.put(
                RawHeaders.RECEIVED_AT,
                delivery.receivedAt().truncatedTo(ChronoUnit.MILLIS).toString());
        headers.put(RawHeaders.REDACTED, Boolean.toString(redacted));
        delivery.headers()
                .forEach((name, value) ->
                        headers.put(RawHeaders.HTTP_PREFIX + name, redacted ? Redaction.of(value) : value));
        return headers;
    }

    /** What the provider calls the delivery, or its place in its topic, or a hash of its body: the same when it is sent again. */
    static String id(Source source, Delivery delivery) {
        String given = source.provider().deliveryId(delivery);
        if (given != null && !given.isEmpty() && given.length() <= LONGEST_ID) {
            return Redaction.of(given);
        }
        String place = delivery.header(Delivery.PLACE);
        return place == null ? ContentHash.of(delivery.body()) : place;
    }
}
