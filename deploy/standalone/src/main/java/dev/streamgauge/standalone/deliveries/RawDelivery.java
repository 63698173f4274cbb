package dev.streamgauge.standalone.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.schemas.RawHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A delivery as the gateway kept it.
 *
 * @param source the configured source that it came through; {@code unknown} if the record does not say
 * @param provider whose mapper reads it; null likewise
 * @param redacted whether e-mail addresses were taken out of it
 * @param delivery as it was received
 */
public record RawDelivery(String source, String provider, boolean redacted, Delivery delivery) {

    /** Reads a record of {@link dev.streamgauge.schemas.Topics#RAW_EVENTS}. */
    public static RawDelivery of(ConsumerRecord<byte[], byte[]> found) {
        Map<String, String> own = new HashMap<>();
        Map<String, String> http = new HashMap<>();
        for (Header header : found.headers()) {
            String text = header.value() == null ? "" : new String(header.value(), UTF_8);
            if (header.key().startsWith(RawHeaders.HTTP_PREFIX)) {
                http.put(header.key().substring(RawHeaders.HTTP_PREFIX.length()), text);
            } else {
                own.put(header.key(), text);
            }
        }
        byte[] body = found.value() == null ? new byte[0] : found.value();
        return new RawDelivery(
                Objects.requireNonNullElse(own.get(RawHeaders.SOURCE), "unknown"),
                own.get(RawHeaders.PROVIDER),
                Boolean.parseBoolean(own.get(RawHeaders.REDACTED)),
                new Delivery(http, body, receivedAt(own.get(RawHeaders.RECEIVED_AT), found.timestamp())));
    }

    private static Instant receivedAt(String told, long appended) {
        try {
            return Instant.parse(Objects.requireNonNullElse(told, ""));
        } catch (DateTimeException e) {
            return Instant.ofEpochMilli(appended);
        }
    }
}
