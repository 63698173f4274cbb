package dev.streamgauge.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines in bounded memory, however long a line is: of one that is too large only the beginning is kept. */
final class LineReader {

    private static final int CHUNK = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longest;
    private final int keptOfCut;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int filled;

    private byte[] line = new byte[CHUNK];
    private int kept;
    private long size;
    private byte last;
    private long number;

    /**
     * @param longest the most bytes that a line may have
     * @param keptOfCut how many bytes are kept of a longer one
     */
    LineReader(InputStream in, int longest, int keptOfCut) {
        this.in = in;
        this.longest = longest;
        this.keptOfCut = keptOfCut;
    }

    /** The next line, or null at the end. A file's last line needs no line end. */
    Line next() throws IOException {
        kept = 0;
        size = 0;
        boolean begun = false;
        while (at < filled || fill()) {
            begun = true;
            int end = lineEnd();
            take(end);
            at = end + 1;
            if (end < filled) {
                return line();
            }
            at = filled;
        }
        return begun ? line() : null;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(chunk));
        return filled > 0;
    }

    private int lineEnd() {
        int end = at;
        while (end < filled && chunk[end] != '\n') {
            end++;
        }
        return end;
    }

    private void take(int end) {
        int length = end - at;
        // One byte more than allowed: it may be the first half of a line end of two.
        int room = Math.min(length, longest + 1 - kept);
        if (kept + room > line.length) {
            line = Arrays.copyOf(line, Math.max(kept + room, Math.min(2 * line.length, longest + 1)));
        }
        System.arraycopy(chunk, at, line, kept, room);
        kept += room;
        size += length;
        last = length > 0 ? chunk[end - 1] : last;
    }

    private Line line() {
        number++;
        long whole = size > 0 && last == '\r' ? size - 1 : size;
        int from = number == 1 && startsWithMark() ? BYTE_ORDER_MARK.length : 0;
        int to = whole > longest ? Math.min(kept, keptOfCut) : (int) whole;
        return new Line(number, Arrays.copyOfRange(line, from, Math.max(from, to)), whole - from);
    }

    private boolean startsWithMark() {
        return kept >= BYTE_ORDER_MARK.length
                && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }
}
