package dev.streamgauge.connectors.gateway.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds where an at sign may begin, eight bytes at a time: every body is searched from end to end, and few have any. */
final class AtSigns {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long AT = '@' * ONES;
    private static final long BACKSLASH = '\\' * ONES;
    private static final long PERCENT = '%' * ONES;

    private AtSigns() {}

    /** The first place, from here on, of an at sign, or of what its escaped forms begin with; the text's length if there is none. */
    static int next(byte[] text, int from) {
        int i = from;
        for (; i <= text.length - Long.BYTES; i += Long.BYTES) {
            long word = (long) EIGHT.get(text, i);
            long found = zeros(word ^ AT) | zeros(word ^ BACKSLASH) | zeros(word ^ PERCENT);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (i < text.length && !begins(text[i])) {
            i++;
        }
        return i;
    }

    private static boolean begins(byte letter) {
        return letter == '@' || letter == '\\' || letter == '%';
    }

    /** The highest bit of the lowest byte that is zero; of bytes above it, it may be set as well. */
    private static long zeros(long word) {
        return (word - ONES) & ~word & TOPS;
    }
}
