package dev.streamgauge.processors.store;

import dev.streamgauge.processors.store.Codec.Row;
import dev.streamgauge.processors.table.Key;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The rows of one table in a store that several tables share. */
final class StoredRows<V> {

    /** No table's name is empty, so no row of one is here. */
    private static final Key FORGOTTEN = Key.of("");

    private final Key prefix;
    private final Codec<V> codec;
    private final KeyValueStore<Bytes, byte[]> store;
    private final LongSupplier clock;

    /** @param clock when a row goes, epoch milliseconds */
    StoredRows(String table, Codec<V> codec, KeyValueStore<Bytes, byte[]> store, LongSupplier clock) {
        this.prefix = Key.of(table);
        this.codec = codec;
        this.store = store;
        this.clock = clock;
    }

    /** A row; one without a value, if there is none. */
    Row<V> get(Key key) {
        byte[] bytes = store.get(stored(key));
        return bytes == null ? new Row<>(null, 0) : codec.read(bytes);
    }

    /** Writes a row, or that it is gone: then its number stays. */
    void put(Key key, Row<V> row) {
        store.put(stored(key), row.value() == null ? Codec.gone(row.revision(), clock.getAsLong()) : codec.write(row));
    }

    void delete(Key key) {
        store.delete(stored(key));
    }

    /** The number of a row, also of one that is gone; zero, if nothing is kept of it. */
    long number(Key key) {
        return number(stored(key));
    }

    /** The greatest number of the rows of which nothing is kept. */
    long forgotten() {
        return number(forgottenKey());
    }

    void putForgotten(long number) {
        store.put(forgottenKey(), Codec.gone(number, clock.getAsLong()));
    }

    private long number(Bytes key) {
        byte[] bytes = store.get(key);
        return bytes == null ? 0 : Codec.revision(bytes);
    }

    private Bytes forgottenKey() {
        return Bytes.wrap(prefix.toBytes(FORGOTTEN));
    }

    /** Visits rows upwards until the visitor says no, also those that are gone. */
    void ascend(Key from, Key to, BiPredicate<Key, byte[]> visitor) {
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(stored(from), stored(to))) {
            visit(rows, to, visitor);
        }
    }

    /** The same downwards. */
    void descend(Key from, Key to, BiPredicate<Key, byte[]> visitor) {
        try (KeyValueIterator<Bytes, byte[]> rows = store.reverseRange(stored(from), stored(to))) {
            visit(rows, to, visitor);
        }
    }

    /** Visits all rows from one on until the visitor says no, also those that are gone. */
    void scan(Key from, BiPredicate<Key, byte[]> visitor) {
        try (KeyValueIterator<Bytes, byte[]> rows =
                store.range(stored(from), Bytes.wrap(prefix.end().toBytes()))) {
            visit(rows, null, visitor);
        }
    }

    Row<V> read(byte[] bytes) {
        return codec.read(bytes);
    }

    /** The store's ranges include their end, ours do not. */
    private void visit(KeyValueIterator<Bytes, byte[]> rows, Key end, BiPredicate<Key, byte[]> visitor) {
        boolean more = true;
        while (more && rows.hasNext()) {
            KeyValue<Bytes, byte[]> row = rows.next();
            Key key = prefix.rest(row.key.get());
            more = key.equals(end) || visitor.test(key, row.value);
        }
    }

    private Bytes stored(Key key) {
        return Bytes.wrap(key.toBytes(prefix));
    }
}
