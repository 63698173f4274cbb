package dev.streamgauge.connectors.providers.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Arrays;

/**
 * What is known of each value of a document, in the order in which they begin; and which field of which object is which. Arrays instead of objects: a
 * webhook has a thousand values, and they live for less than a millisecond.
 */
final class Marks {

    /** How many other fields may be met on the way to one. With random names it is a handful; names that are made to collide would cost time without end. */
    private static final int MOST_COLLISIONS = 200;

    private static final int GOLDEN = 0x9E3779B9;

    private JsonToken[] kinds;
    private String[] names;
    private int[] begins;
    private int[] ends;
    private int[] holders;
    private int count;

    /** Fields by their objects and names: each is one more than its value's number, 0 is free. At most half full; its size is a power of two. */
    private int[] table;

    private int fields;

    Marks(int expected) {
        kinds = new JsonToken[expected];
        names = new String[expected];
        begins = new int[expected];
        ends = new int[expected];
        holders = new int[expected];
        table = new int[Integer.highestOneBit(Math.max(16, expected)) * 2];
    }

    JsonToken kind(int value) {
        return kinds[value];
    }

    /** Null for elements of lists. */
    String name(int value) {
        return names[value];
    }

    /** Where its first byte is. */
    int begin(int value) {
        return begins[value];
    }

    /** The number of the value behind it and all that it holds. */
    int end(int value) {
        return ends[value];
    }

    /** The object or list that it stands in. */
    int holder(int value) {
        return holders[value];
    }

    /** Adds a value that begins; its end follows when it is known. */
    int add(int holder, JsonToken kind, int begin) {
        if (count == begins.length) {
            grow(2 * count);
        }
        kinds[count] = kind;
        begins[count] = begin;
        holders[count] = holder;
        return count++;
    }

    /** Says that a value ends with the last one that was added. */
    void close(int value) {
        ends[value] = count;
    }

    private void grow(int size) {
        kinds = Arrays.copyOf(kinds, size);
        names = Arrays.copyOf(names, size);
        begins = Arrays.copyOf(begins, size);
        ends = Arrays.copyOf(ends, size);
        holders = Arrays.copyOf(holders, size);
    }

    /** Names the last value that was added; false if its object has that name already, or nobody could tell in reasonable time. */
    boolean name(String name) {
        int value = count - 1;
        names[value] = name;
        boolean roomy = ++fields * 2 <= table.length;
        return roomy ? enter(value) : enterAll();
    }

    private boolean enter(int field) {
        int slot = slot(holders[field], names[field]);
        if (slot < 0 || table[slot] != 0) {
            return false;
        }
        table[slot] = field + 1;
        return true;
    }

    private boolean enterAll() {
        table = new int[2 * table.length];
        for (int value = 0; value < count; value++) {
            if (names[value] != null && !enter(value)) {
                return false;
            }
        }
        return true;
    }

    int field(int object, String name) {
        int slot = slot(object, name);
        return slot < 0 ? Tree.MISSING : table[slot] - 1;
    }

    /** Where a field is, or would be; negative: too many others are in the way. */
    private int slot(int object, String name) {
        int mask = table.length - 1;
        int hash = (name.hashCode() ^ (object * GOLDEN)) * GOLDEN;
        int slot = (hash ^ (hash >>> 16)) & mask;
        for (int met = 0; met < MOST_COLLISIONS; met++) {
            int found = table[slot] - 1;
            if (found < 0 || (holders[found] == object && names[found].equals(name))) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }
}
