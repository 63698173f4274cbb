package dev.streamgauge.processors.store;

import dev.streamgauge.processors.store.Codec.Row;
import dev.streamgauge.processors.store.Shelf.Live;
import dev.streamgauge.processors.table.Key;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The rows of a table that are in memory, alone and in ranges: where a range is loaded, a row that is not in memory is nowhere. */
final class Loaded<V> {

    private final StoredRows<V> stored;
    private final Shelves<V> shelves;
    private final Pieces<V> pieces;
    private final Map<Key, Live<V>> changed = new LinkedHashMap<>();

    /**
     * @param shelf how many texts of a key say whose row it is
     * @param most how many rows and ranges stay in memory though they have not changed
     */
    Loaded(StoredRows<V> stored, int shelf, int most) {
        this.stored = stored;
        this.shelves = new Shelves<>(shelf, most, changed);
        this.pieces = new Pieces<>(stored, shelves, most);
    }

    /** The row of a key; one without a value, if there is none. */
    Live<V> row(Key key) {
        Live<V> row = shelves.get(key);
        return row == null ? read(key) : row;
    }

    private Live<V> read(Key key) {
        shelves.makeRoom();
        boolean nowhere = shelves.at(shelves.head(key)).ranges().hold(key);
        Live<V> row = new Live<>(nowhere ? new Row<>(null, 0) : stored.get(key));
        shelves.put(key, row);
        return row;
    }

    void change(Key key, V value) {
        Live<V> row = row(key);
        shelves.at(shelves.head(key)).change(key, row, value);
        changed.putIfAbsent(key, row);
    }

    /** What was changed since that was last cleared. */
    Map<Key, Live<V>> changed() {
        return changed;
    }

    /** There is no such row any more. */
    void gone(Key key) {
        shelves.remove(key);
    }

    void ascend(Key from, Key to, Predicate<V> visitor) {
        Key head = shelves.head(from);
        if (isOnOneShelf(head, from, to)) {
            pieces.ascend(head, from, to, visitor);
        } else {
            visit(across(from, to), visitor);
        }
    }

    void descend(Key from, Key to, Predicate<V> visitor) {
        Key head = shelves.head(from);
        if (isOnOneShelf(head, from, to)) {
            pieces.descend(head, from, to, visitor);
        } else {
            visit(across(from, to).descendingMap(), visitor);
        }
    }

    private static boolean isOnOneShelf(Key head, Key from, Key to) {
        return !head.equals(Key.EMPTY) && head.begins(from, to);
    }

    /** A range over several shelves is read anew each time: while events come, nobody asks for one. */
    private NavigableMap<Key, V> across(Key from, Key to) {
        NavigableMap<Key, V> found = new TreeMap<>();
        if (from.compareTo(to) >= 0) {
            return found;
        }
        stored.ascend(from, to, (key, row) -> {
            found.put(key, stored.read(row).value());
            return true;
        });
        changed.forEach((key, row) -> found.put(key, row.now));
        return found.subMap(from, true, to, false);
    }

    private static <V> void visit(NavigableMap<Key, V> rows, Predicate<V> visitor) {
        for (V value : rows.values()) {
            if (value != null && !visitor.test(value)) {
                return;
            }
        }
    }
}
