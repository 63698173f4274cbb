package dev.streamgauge.processors.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * An ordered composite key: its bytes sort as its parts do. A string ends in two zero bytes (a zero byte inside it is escaped), a
 * number is big-endian with its sign bit flipped.
 */
public final class Key implements Comparable<Key> {

    public static final Key EMPTY = new Key(new byte[0]);

    private final byte[] bytes;
    private int hash; // made when it is first asked for: most keys are only the beginning of another one
    private Key head; // the same, and passed on to keys that begin with this one
    private int texts; // that the head has

    private Key(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Key of(String first) {
        Key key = EMPTY.and(first);
        key.head = key;
        key.texts = 1;
        return key;
    }

    /** Of several texts, made at once. */
    public static Key of(List<String> texts) {
        byte[][] parts = new byte[texts.size()][];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = texts.get(i).getBytes(StandardCharsets.UTF_8);
            length += room(parts[i]);
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            put(part, joined);
        }
        return new Key(joined.array());
    }

    public Key and(String part) {
        byte[] text = part.getBytes(StandardCharsets.UTF_8);
        ByteBuffer joined = ByteBuffer.allocate(bytes.length + room(text)).put(bytes);
        put(text, joined);
        return longer(joined.array());
    }

    private Key longer(byte[] joined) {
        Key key = new Key(joined);
        if (head != null && head.bytes.length > 0) {
            key.head = head;
            key.texts = texts;
        }
        return key;
    }

    private static int room(byte[] text) {
        return text.length + zeros(text) + 2;
    }

    private static void put(byte[] text, ByteBuffer joined) {
        if (zeros(text) == 0) {
            joined.put(text);
        } else {
            for (byte b : text) {
                joined.put(b);
                if (b == 0) {
                    joined.put((byte) 0xFF);
                }
            }
        }
        joined.put((byte) 0).put((byte) 0);
    }

    public Key and(long part) {
        return longer(ByteBuffer.allocate(bytes.length + Long.BYTES)
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

    /** The beginning of this key that is its first texts, so many; {@link #EMPTY}, if it is too short for them. */
    public Key head(int count) {
        if (head == null || texts != count) {
            head = found(count);
            texts = count;
        }
        return head;
    }

    private Key found(int count) {
        int left = count;
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == 0 && bytes[i + 1] == 0) {
                i++;
                left--;
            }
            if (left == 0) {
                return i + 1 == bytes.length ? this : new Key(Arrays.copyOf(bytes, i + 1));
            }
        }
        return EMPTY;
    }

    /** Whether all keys in [from, to) begin with this one. */
    public boolean begins(Key from, Key to) {
        return isBeginningOf(from) && (isBeginningOf(to) || to.compareTo(end()) <= 0);
    }

    private boolean isBeginningOf(Key other) {
        return other.bytes.length >= bytes.length
                && Arrays.equals(bytes, 0, bytes.length, other.bytes, 0, bytes.length);
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

    /** What follows this key in the bytes of one that begins with it. */
    public Key rest(byte[] longer) {
        return new Key(Arrays.copyOfRange(longer, bytes.length, longer.length));
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

    /** The bytes of another key, and of this one behind it. */
    public byte[] toBytes(Key prefix) {
        byte[] joined = Arrays.copyOf(prefix.bytes, prefix.bytes.length + bytes.length);
        System.arraycopy(bytes, 0, joined, prefix.bytes.length, bytes.length);
        return joined;
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
