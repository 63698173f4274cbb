package dev.streamgauge.processors.store;

import dev.streamgauge.processors.store.Shelf.Live;
import dev.streamgauge.processors.table.Key;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Visits ranges of one shelf, and loads what is not in memory in pieces. Who visits a row may read others, and so move rows and
 * shelves in and out of memory: each step looks anew.
 */
final class Pieces<V> {

    /** Most ranges are asked for their first row. */
    private static final int FIRST = 8;

    private final StoredRows<V> stored;
    private final Shelves<V> shelves;
    private final int largest;

    Pieces(StoredRows<V> stored, Shelves<V> shelves, int most) {
        this.stored = stored;
        this.shelves = shelves;
        this.largest = Math.max(FIRST, most);
    }

    void ascend(Key head, Key from, Key to, Predicate<V> visitor) {
        int piece = FIRST;
        Key at = from;
        while (at.compareTo(to) < 0) {
            Shelf<V> shelf = shelves.at(head);
            Key end = shelf.ranges().endAfter(at);
            if (end == null) {
                load(head, at, shelf.ranges().nextStart(at, to), piece);
                piece = Math.min(2 * piece, largest);
                continue;
            }
            Map.Entry<Key, Live<V>> next = shelf.ordered().ceilingEntry(at);
            if (next == null || next.getKey().compareTo(end) >= 0) {
                at = end;
            } else if (next.getKey().compareTo(to) >= 0 || !visitor.test(next.getValue().now)) {
                return;
            } else {
                at = next.getKey().next();
            }
        }
    }

    void descend(Key head, Key from, Key to, Predicate<V> visitor) {
        int piece = FIRST;
        Key at = to;
        while (from.compareTo(at) < 0) {
            Shelf<V> shelf = shelves.at(head);
            Key start = shelf.ranges().startBefore(at);
            if (start == null) {
                loadDown(head, shelf.ranges().lastEnd(at, from), at, piece);
                piece = Math.min(2 * piece, largest);
                continue;
            }
            Map.Entry<Key, Live<V>> next = shelf.ordered().lowerEntry(at);
            if (next == null || next.getKey().compareTo(start) < 0) {
                at = start;
            } else if (next.getKey().compareTo(from) < 0 || !visitor.test(next.getValue().now)) {
                return;
            } else {
                at = next.getKey();
            }
        }
    }

    private void load(Key head, Key from, Key to, int size) {
        shelves.makeRoom();
        Piece piece = new Piece(size);
        stored.ascend(from, to, piece);
        shelves.loaded(head, from, piece.isFull() ? piece.last.next() : to);
    }

    private void loadDown(Key head, Key from, Key to, int size) {
        shelves.makeRoom();
        Piece piece = new Piece(size);
        stored.descend(from, to, piece);
        shelves.loaded(head, piece.isFull() ? piece.last : from, to);
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
            if (shelves.get(key) == null) {
                shelves.put(key, new Live<>(stored.read(row)));
            }
            last = key;
            return --left > 0;
        }
    }
}
