package dev.streamgauge.connectors.gateway.http;

import java.util.Arrays;
import org.eclipse.jetty.io.Content.Chunk;

/** Bytes that come in chunks. If there are as many as were expected, none is copied a second time. */
final class Bytes {

    private byte[] bytes;
    private int size;

    Bytes(int expected) {
        bytes = new byte[expected];
    }

    int size() {
        return size;
    }

    void add(Chunk chunk) {
        int more = chunk.remaining();
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, (int)
                    Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length)));
        }
        chunk.get(bytes, size, more);
        size += more;
    }

    /** All of them; nobody may add any more. */
    byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
