package dev.streamgauge.processors.store;

import dev.streamgauge.processors.store.Codec.Row;
import dev.streamgauge.processors.table.Key;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The rows of a table that are in memory, alone and in ranges: where a range is loaded, a row that is not in memory is nowhere. When
 * there are too many, all that have not changed go at once: which of them to keep would have to be found out at each access.
 */
final class Loaded<V> {

    /** Most ranges are asked for their first row. */
    private static final int FIRST = 8;

    /** A row as it was committed, and as it is. */
    static final class Live<V> {
        Row<V> committed;
        V now;

        Live(Row<V> committed) {
            this.committed = committed;
            this.now = committed.value();
        }
    }

    private final StoredRows<V> stored;
    private final int most;

    /** Also some that are not there. */
    private final Map<Key, Live<V>> rows = new HashMap<>();

    private final Map<Key, Live<V>> changed = new LinkedHashMap<>();
    private final Ranges ranges = new Ranges();

    /** The same rows in order, once somebody has asked for a range: of many tables nobody ever does. */
    private NavigableMap<Key, Live<V>> ordered;

    /** @param most how many rows and ranges stay in memory though they have not changed */
    Loaded(StoredRows<V> stored, int most) {
        this.stored = stored;
        this.most = most;
    }

    /** The row of a key; one without a value, if there is none. */
    Live<V> row(Key key) {
        Live<V> row = rows.get(key);
        if (row == null) {
            makeRoom();
            row = new Live<>(ranges.hold(key) ? new Row<>(null, 0) : stored.get(key));
            keep(key, row);
        }
        return row;
    }

    void change(Key key, V value) {
        Live<V> row = row(key);
        row.now = value;
        changed.putIfAbsent(key, row);
    }

    /** What was changed since that was last cleared. */
    Map<Key, Live<V>> changed() {
        return changed;
    }

    /** There is no such row any more. */
    void gone(Key key) {
        rows.remove(key);
        if (ordered != null) {
            ordered.remove(key);
        }
    }

    // Who visits a row may read others, and so move rows in and out of memory: each step looks anew.
    void ascend(Key from, Key to, Predicate<V> visitor) {
        int piece = FIRST;
        Key at = from;
        while (at.compareTo(to) < 0) {
            Key end = ranges.endAfter(at);
            if (end == null) {
                load(at, ranges.nextStart(at, to), piece);
                piece = larger(piece);
                continue;
            }
            Map.Entry<Key, Live<V>> next = ordered().ceilingEntry(at);
            if (next == null || next.getKey().compareTo(end) >= 0) {
                at = end;
            } else if (next.getKey().compareTo(to) >= 0 || !visit(next.getValue(), visitor)) {
                return;
            } else {
                at = next.getKey().next();
            }
        }
    }

    void descend(Key from, Key to, Predicate<V> visitor) {
        int piece = FIRST;
        Key at = to;
        while (from.compareTo(at) < 0) {
            Key start = ranges.startBefore(at);
            if (start == null) {
                loadDown(ranges.lastEnd(at, from), at, piece);
                piece = larger(piece);
                continue;
            }
            Map.Entry<Key, Live<V>> next = ordered().lowerEntry(at);
            if (next == null || next.getKey().compareTo(start) < 0) {
                at = start;
            } else if (next.getKey().compareTo(from) < 0 || !visit(next.getValue(), visitor)) {
                return;
            } else {
                at = next.getKey();
            }
        }
    }

    private int larger(int piece) {
        return Math.min(2 * piece, Math.max(FIRST, most));
    }

    private static <V> boolean visit(Live<V> row, Predicate<V> visitor) {
        V now = row.now;
        return now == null || visitor.test(now);
    }

    private void load(Key from, Key to, int piece) {
        makeRoom();
        Piece loaded = new Piece(piece);
        stored.ascend(from, to, loaded);
        ranges.add(from, loaded.isFull() ? loaded.last.next() : to);
    }

    private void loadDown(Key from, Key to, int piece) {
        makeRoom();
        Piece loaded = new Piece(piece);
        stored.descend(from, to, loaded);
        ranges.add(loaded.isFull() ? loaded.last : from, to);
    }

    /** Takes some rows into memory. */
    private final class Piece implements BiPredicate<Key, byte[]> {
        private int left;
        private Key last;

        Piece(int size) {
            this.left = size;
        }

        boolean isFull() {
            return left == 0;
        }

        @Override
        public boolean test(Key key, byte[] row) {
            if (!rows.containsKey(key)) {
                keep(key, new Live<>(stored.read(row)));
            }
            last = key;
            return --left > 0;
        }
    }

    private void keep(Key key, Live<V> row) {
        rows.put(key, row);
        if (ordered != null) {
            ordered.put(key, row);
        }
    }

    private NavigableMap<Key, Live<V>> ordered() {
        if (ordered == null) {
            ordered = new TreeMap<>(rows);
        }
        return ordered;
    }

    /** What has changed cannot be read again. Ranges count, too: one of nothing is as easily asked for as one of rows. */
    private void makeRoom() {
        if (rows.size() - changed.size() + ranges.size() >= most) {
            rows.clear();
            ranges.clear();
            ordered = ordered == null ? null : new TreeMap<>();
            changed.forEach(this::keep);
        }
    }
}
