package dev.streamgauge.processors.store;

import dev.streamgauge.processors.table.Key;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A set of keys, as ranges that neither overlap nor touch; each includes its start and not its end. */
final class Ranges {

    private final NavigableMap<Key, Key> ends = new TreeMap<>();

    /** Whether a key is in it. */
    boolean hold(Key key) {
        return endAfter(key) != null;
    }

    /** Up to where all keys from this one on are in it; null: not even this one is. */
    Key endAfter(Key key) {
        Map.Entry<Key, Key> range = ends.floorEntry(key);
        return range != null && key.compareTo(range.getValue()) < 0 ? range.getValue() : null;
    }

    /** From where on all keys before this one are in it; null: not even the last one before is. */
    Key startBefore(Key key) {
        Map.Entry<Key, Key> range = ends.lowerEntry(key);
        return range != null && key.compareTo(range.getValue()) <= 0 ? range.getKey() : null;
    }

    /** The first key of it from one that is not in it to a bound; the bound, if there is none. */
    Key nextStart(Key key, Key bound) {
        Key start = ends.ceilingKey(key);
        return start != null && start.compareTo(bound) < 0 ? start : bound;
    }

    /** Where the last range ends that is before a key and after a bound; the bound, if there is none. */
    Key lastEnd(Key key, Key bound) {
        Map.Entry<Key, Key> range = ends.lowerEntry(key);
        return range != null && range.getValue().compareTo(bound) > 0 ? range.getValue() : bound;
    }

    /** Adds a range. */
    void add(Key from, Key to) {
        if (from.compareTo(to) >= 0) {
            return;
        }
        Key start = from;
        Key end = to;
        Map.Entry<Key, Key> touched = ends.floorEntry(to);
        while (touched != null && touched.getValue().compareTo(from) >= 0) {
            start = least(start, touched.getKey());
            end = greatest(end, touched.getValue());
            ends.remove(touched.getKey());
            touched = ends.floorEntry(to);
        }
        ends.put(start, end);
    }

    int size() {
        return ends.size();
    }

    void clear() {
        ends.clear();
    }

    private static Key least(Key one, Key other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Key greatest(Key one, Key other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
