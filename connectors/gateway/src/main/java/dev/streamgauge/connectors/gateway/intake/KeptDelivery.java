package dev.streamgauge.connectors.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.schemas.RawHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A delivery as the gateway kept it, for a replay after a mapper was mended.
 *
 * @param provider the name of the provider whose mapper reads it
 * @param source through which it came
 * @param redacted whether e-mail addresses were taken out of it
 */
public record KeptDelivery(String provider, String source, boolean redacted, Delivery delivery) {

    /** What a message of the raw topic holds, or a dead letter of the gateway; empty if it is neither. */
    public static Optional<KeptDelivery> of(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : message.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        Instant receivedAt = time(headers.get(RawHeaders.RECEIVED_AT));
        if (receivedAt == null || !headers.containsKey(RawHeaders.PROVIDER) || message.value() == null) {
            return Optional.empty();
        }
        Delivery delivery = new Delivery(sent(headers), message.value(), receivedAt);
        boolean redacted = Boolean.parseBoolean(headers.get(RawHeaders.REDACTED));
        return Optional.of(
                new KeptDelivery(headers.get(RawHeaders.PROVIDER), headers.get(RawHeaders.SOURCE), redacted, delivery));
    }

    private static Map<String, String> sent(Map<String, String> headers) {
        Map<String, String> sent = new HashMap<>();
        headers.forEach((name, value) -> {
            if (name.startsWith(RawHeaders.HTTP_PREFIX)) {
                sent.put(name.substring(RawHeaders.HTTP_PREFIX.length()), value);
            }
        });
        return sent;
    }

    private static Instant time(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
