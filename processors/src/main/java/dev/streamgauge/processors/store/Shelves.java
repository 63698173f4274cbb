package dev.streamgauge.processors.store;

import dev.streamgauge.processors.store.Shelf.Live;
import dev.streamgauge.processors.table.Key;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows in memory, by the texts that their keys begin with: to find a place among the rows of one repository takes few comparisons,
 * and the repository of which nobody has asked for longest goes first, with all its rows.
 */
final class Shelves<V> {

    private static final boolean BY_ACCESS = true;

    private final int texts;
    private final int most;
    private final Map<Key, Live<V>> changed;
    private final Map<Key, Shelf<V>> shelves = new LinkedHashMap<>(16, 0.75f, BY_ACCESS);

    /** The weight of all shelves. */
    private int weight;

    /**
     * @param texts how many of them
     * @param most how many rows and ranges stay in memory though they have not changed
     * @param changed what has changed: it stays, because it cannot be read again
     */
    Shelves(int texts, int most, Map<Key, Live<V>> changed) {
        this.texts = texts;
        this.most = most;
        this.changed = changed;
    }

    /** Whose a row is; {@link Key#EMPTY}: that of nobody alone. */
    Key head(Key key) {
        return key.head(texts);
    }

    Shelf<V> at(Key head) {
        return shelves.computeIfAbsent(head, none -> new Shelf<>());
    }

    /** Null: it is not in memory. */
    Live<V> get(Key key) {
        Shelf<V> shelf = shelves.get(head(key));
        return shelf == null ? null : shelf.rows().get(key);
    }

    void put(Key key, Live<V> row) {
        at(head(key)).put(key, row);
        weight++;
    }

    void remove(Key key) {
        Shelf<V> shelf = shelves.get(head(key));
        if (shelf != null && shelf.remove(key)) {
            weight--;
        }
    }

    /** Remembers that all rows of a range are in memory. It weighs as much as one of them: many are empty. */
    void loaded(Key head, Key from, Key to) {
        Shelf<V> shelf = at(head);
        weight -= shelf.weight();
        shelf.ranges().add(from, to);
        weight += shelf.weight();
    }

    /** Lets an eighth go, if there are too many. */
    void makeRoom() {
        if (weight - changed.size() < most) {
            return;
        }
        Map<Key, Live<V>> stay = new HashMap<>();
        Iterator<Shelf<V>> longestUnasked = shelves.values().iterator();
        while (longestUnasked.hasNext() && weight + stay.size() - changed.size() >= most - most / 8) {
            Shelf<V> shelf = longestUnasked.next();
            shelf.rows().keySet().stream().filter(changed::containsKey).forEach(key -> stay.put(key, changed.get(key)));
            weight -= shelf.weight();
            longestUnasked.remove();
        }
        stay.forEach(this::put);
    }
}
