package dev.streamgauge.processors.table;

import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A table that is another one but for what its class says: to watch what is read or written.
 *
 * @param <V> the type of the values
 */
public interface TableOver<V> extends Table<V> {

    /** The other table. */
    Table<V> rows();

    @Override
    default V get(Key key) {
        return rows().get(key);
    }

    @Override
    default void put(Key key, V value) {
        rows().put(key, value);
    }

    @Override
    default void ascend(Key from, Key to, Predicate<V> visitor) {
        rows().ascend(from, to, visitor);
    }

    @Override
    default void descend(Key from, Key to, Predicate<V> visitor) {
        rows().descend(from, to, visitor);
    }

    @Override
    default void scan(Key from, long horizon, BiPredicate<Key, V> visitor) {
        rows().scan(from, horizon, visitor);
    }

    @Override
    default boolean forget(Key key) {
        return rows().forget(key);
    }
}
