package dev.streamgauge.connectors.gateway.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.LongPredicate;
import java.util.zip.GZIPInputStream;

/** Decompresses a body, and stops as soon as it becomes larger than any honest one. */
final class Inflation {

    /** Honest JSON shrinks to a tenth; only beyond this size is a body asked how it shrank. */
    private static final int TRUSTED = 256 * 1024;

    private static final int LARGEST_RATIO = 100;
    private static final int BLOCK = 16 * 1024;

    /** Further memory is taken only when there are bytes for it. */
    private static final int FIRST = 256 * 1024;

    private Inflation() {}

    /** A body that becomes too large. */
    static final class BombException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Too many bytes of bodies are in memory already. */
    static final class CrowdedException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * The bytes.
     *
     * @param room takes so many bytes more of the memory for bodies, or says no
     * @throws BombException if they are more than may be
     * @throws CrowdedException if there is no room for them now
     * @throws IOException if it is no gzip
     */
    static byte[] gunzip(byte[] body, int most, LongPredicate room) throws IOException {
        long allowed = Math.min(most, Math.max(TRUSTED, (long) LARGEST_RATIO * body.length));
        ByteArrayOutputStream out =
                new ByteArrayOutputStream((int) Math.min(Math.min(most, FIRST), 8L * body.length + 64));
        byte[] block = new byte[BLOCK];
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body), BLOCK)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                if (out.size() + (long) n > allowed) {
                    throw new BombException();
                }
                if (!room.test(n)) {
                    throw new CrowdedException();
                }
                out.write(block, 0, n);
            }
        }
        return out.toByteArray();
    }
}
