package dev.streamgauge.processors.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An ordered map. Values are immutable; a change is a new value under the same key.
 *
 * @param <V> the type of the values
 */
public interface Table<V> {

    /** The value of a key, or null. */
    V get(Key key);

    /** Sets the value of a key; null removes it. */
    void put(Key key, V value);

    /** Visits the values of the keys in [from, to), ascending, until the visitor answers false. It must not change the table. */
    void ascend(Key from, Key to, Predicate<V> visitor);

    /** Visits the values of the keys in [from, to), descending, until the visitor answers false. It must not change the table. */
    void descend(Key from, Key to, Predicate<V> visitor);

    /**
     * Visits the committed rows from a key on, ascending, until the visitor answers false. It must not change the table.
     * In place of a row that was removed, but of which something is still kept, it is given null.
     *
     * @param horizon epoch milliseconds: what is kept of rows that were removed before is dropped on the way
     */
    void scan(Key from, long horizon, BiPredicate<Key, V> visitor);

    /**
     * Drops a row of which nothing more is expected. Unlike {@link #remove}, this is no news to anybody. A row with uncommitted changes
     * stays: then it answers false.
     */
    boolean forget(Key key);

    /** Visits all committed rows, ascending. It must not change the table. */
    default void each(Consumer<V> visitor) {
        scan(Key.EMPTY, Long.MIN_VALUE, (key, row) -> {
            if (row != null) {
                visitor.accept(row);
            }
            return true;
        });
    }

    default void remove(Key key) {
        put(key, null);
    }

    /** The first value in [from, to), or null. */
    default V first(Key from, Key to) {
        List<V> found = new ArrayList<>(1);
        ascend(from, to, value -> {
            found.add(value);
            return false;
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** The last value in [from, to), or null. */
    default V last(Key from, Key to) {
        List<V> found = new ArrayList<>(1);
        descend(from, to, value -> {
            found.add(value);
            return false;
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** All values in [from, to), ascending. */
    default List<V> list(Key from, Key to) {
        List<V> found = new ArrayList<>();
        ascend(from, to, found::add);
        return found;
    }
}
