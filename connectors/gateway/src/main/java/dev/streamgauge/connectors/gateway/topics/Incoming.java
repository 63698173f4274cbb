package dev.streamgauge.connectors.gateway.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.providers.Delivery;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** A record as a delivery. */
final class Incoming {

    /** As large as the head of a request may be. */
    private static final int MOST_HEADER_BYTES = 16 * 1024;

    private Incoming() {}

    /** Whether its headers are more than anybody honest sends. */
    static boolean isHeadTooLarge(ConsumerRecord<byte[], byte[]> message) {
        long bytes = 0;
        for (Header header : message.headers()) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes > MOST_HEADER_BYTES;
    }

    /** The delivery; its time is that of the door, because the record's own is whatever the writer says. */
    static Delivery of(ConsumerRecord<byte[], byte[]> message, Instant receivedAt) {
        Map<String, String> headers = isHeadTooLarge(message) ? new HashMap<>() : headers(message.headers());
        headers.put(Delivery.PLACE, place(message));
        return new Delivery(headers, message.value(), receivedAt);
    }

    static String place(ConsumerRecord<byte[], byte[]> message) {
        return "%s-%d-%d".formatted(message.topic(), message.partition(), message.offset());
    }

    private static Map<String, String> headers(Headers all) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : all) {
            if (!header.key().startsWith(":")) { // Those are the door's own.
                String value = header.value() == null ? "" : new String(header.value(), UTF_8);
                headers.merge(header.key().toLowerCase(Locale.ROOT), value, (one, other) -> one + "," + other);
            }
        }
        return headers;
    }
}
