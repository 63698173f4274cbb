package dev.streamgauge.processors.store;

import dev.streamgauge.processors.store.Codec.Row;
import dev.streamgauge.processors.store.Shelf.Live;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A table on a store. Rows stay objects while they are in use; what has changed is written, and told to a listener, once before each
 * commit: ten revisions of a row between two commits cost one encoding, one change-log record and one output.
 */
final class LiveTable<V> implements Table<V> {

    private final StoredRows<V> stored;
    private final Loaded<V> loaded;
    private final Numbers numbers;
    private Consumer<Revision<V>> listener = revision -> {};
    private boolean heard;

    /** @param recentRows how many rows stay in memory though they have not changed */
    LiveTable(TableSpec<V> spec, KeyValueStore<Bytes, byte[]> store, int recentRows, LongSupplier clock) {
        this.stored = new StoredRows<>(spec.name(), new Codec<>(spec.name(), spec.type()), store, clock);
        this.loaded = new Loaded<>(stored, spec.shelf(), recentRows);
        this.numbers = new Numbers(stored);
    }

    void listen(Consumer<Revision<V>> newListener) {
        this.listener = listener.andThen(newListener);
        this.heard = true;
    }

    @Override
    public V get(Key key) {
        return loaded.row(key).now;
    }

    @Override
    public void put(Key key, V value) {
        loaded.change(key, value);
    }

    @Override
    public void ascend(Key from, Key to, Predicate<V> visitor) {
        loaded.ascend(from, to, visitor);
    }

    @Override
    public void descend(Key from, Key to, Predicate<V> visitor) {
        loaded.descend(from, to, visitor);
    }

    /** Writes what has changed, and tells the listener. */
    void writeBack() {
        loaded.changed().forEach((key, row) -> {
            V before = row.committed.value();
            if (!Objects.equals(before, row.now)) {
                row.committed = new Row<>(row.now, numbers.after(row.committed));
                write(key, row);
                listener.accept(new Revision<>(before, row.now, row.committed.revision()));
            }
        });
        loaded.changed().clear();
    }

    /** A published row keeps its number when it is gone: should it come back, it must not look older than its end. */
    private void write(Key key, Live<V> row) {
        if (row.now == null && !heard) {
            stored.delete(key);
        } else {
            stored.put(key, row.committed);
        }
    }

    @Override
    public void scan(Key from, long horizon, BiPredicate<Key, V> visitor) {
        List<Key> longGone = new ArrayList<>();
        stored.scan(from, (key, bytes) -> {
            Long gone = Codec.goneAt(bytes);
            if (gone != null && gone < horizon) {
                longGone.add(key);
            }
            return visitor.test(key, stored.read(bytes).value());
        });
        longGone.forEach(this::forget);
    }

    @Override
    public boolean forget(Key key) {
        if (loaded.changed().containsKey(key)) {
            return false;
        }
        if (heard) {
            numbers.forget(stored.number(key));
        }
        stored.delete(key);
        loaded.gone(key);
        return true;
    }
}
