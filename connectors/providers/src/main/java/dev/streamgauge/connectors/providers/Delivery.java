package dev.streamgauge.connectors.providers;

import java.time.Instant;
import java.util.Map;

/** What a provider sent, as it was received: a webhook's request, a topic's message, an API's answer. */
public final class Delivery {

    /**
     * Among the headers: what followed the source's name in the address, without the slash before it; absent if nothing did. No client can send a header
     * of this name.
     */
    public static final String PATH = ":path";

    /**
     * Among the headers: where the message lies, {@code <topic>-<partition>-<offset>}; absent if it did not come from a topic. No client can send a header of
     * this name.
     */
    public static final String PLACE = ":place";

    private final Map<String, String> headers;
    private final byte[] body;
    private final Instant receivedAt;

    /**
     * A delivery.
     *
     * @param headers by their names in lower case; what is repeated is joined by a comma
     * @param body the raw bytes; nobody changes them afterwards
     * @param receivedAt when the door took it in
     */
    public Delivery(Map<String, String> headers, byte[] body, Instant receivedAt) {
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.receivedAt = receivedAt;
    }

    /** The header's value, or null if it was not sent. The name is in lower case. */
    public String header(String name) {
        return headers.get(name);
    }

    /** All headers, by their names in lower case. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The raw bytes. */
    public byte[] body() {
        return body;
    }

    /** When the door took it in. */
    public Instant receivedAt() {
        return receivedAt;
    }
}
