package dev.streamgauge.connectors.gateway.intake;

import java.util.Map;

/** A message in bytes, which nobody changes. */
public final class Message {

    private final byte[] key;
    private final byte[] value;
    private final Map<String, String> headers;

    Message(byte[] key, byte[] value, Map<String, String> headers) {
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    public byte[] key() {
        return key;
    }

    public byte[] value() {
        return value;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
