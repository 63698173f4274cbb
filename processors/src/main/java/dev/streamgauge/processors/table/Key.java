package dev.streamgauge.processors.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An ordered composite key: its bytes sort as its parts do. A string ends in two zero bytes (a zero byte inside it is escaped), a
 * number is big-endian with its sign bit flipped.
 */
public final class Key implements Comparable<Key> {

    public static final Key EMPTY = new Key(new byte[0]);

    private final byte[] bytes;
    private int hash; // made when it is first asked for: most keys are only the beginning of another one

    private Key(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Key of(String first) {
        return EMPTY.and(first);
    }

    public static Key ofBytes(byte[] bytes) {
        return new Key(bytes.clone());
    }

    public Key and(String part) {
        byte[] text = part.getBytes(StandardCharsets.UTF_8);
        ByteBuffer joined = ByteBuffer.allocate(bytes.length + text.length + zeros(text) + 2)
                .put(bytes);
        for (byte b : text) {
            joined.put(b);
            if (b == 0) {
                joined.put((byte) 0xFF);
            }
        }
        return new Key(joined.put((byte) 0).put((byte) 0).array());
    }

    public Key and(long part) {
        return new Key(ByteBuffer.allocate(bytes.length + Long.BYTES)
                .put(bytes)
                .putLong(part ^ Long.MIN_VALUE)
                .array());
    }

    public Key and(Key rest) {
        return new Key(ByteBuffer.allocate(bytes.length + rest.bytes.length)
                .put(bytes)
                .put(rest.bytes)
                .array());
    }

    /** The text that this key begins with. */
    public String text() {
        ByteBuffer text = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0 && bytes[++i] == 0) {
                return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
            }
            text.put(bytes[i] == (byte) 0xFF ? 0 : bytes[i]);
        }
        throw new IllegalStateException("A key that does not begin with a text");
    }

    /** What follows a prefix of this key. */
    public Key after(Key prefix) {
        return new Key(Arrays.copyOfRange(bytes, prefix.bytes.length, bytes.length));
    }

    /** The smallest key that is greater than every key that begins with this one. */
    public Key end() {
        byte[] next = bytes.clone();
        int last = next.length - 1;
        while (last >= 0 && next[last] == (byte) 0xFF) {
            last--;
        }
        if (last < 0) {
            throw new IllegalStateException("A key of nothing but 0xFF has no end");
        }
        next[last]++;
        return new Key(Arrays.copyOf(next, last + 1));
    }

    /** The smallest key greater than this one. */
    public Key next() {
        return new Key(Arrays.copyOf(bytes, bytes.length + 1));
    }

    /** A copy of the key's bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    private static int zeros(byte[] text) {
        int count = 0;
        for (byte b : text) {
            if (b == 0) {
                count++;
            }
        }
        return count;
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Arrays.hashCode(bytes);
        }
        return hash;
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8).replace('\0', '|');
    }
}
