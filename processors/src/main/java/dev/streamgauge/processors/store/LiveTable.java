package dev.streamgauge.processors.store;

import dev.streamgauge.processors.store.Codec.Row;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A table on a store. Rows stay objects while they are in use; what has changed is written, and told to a listener, once before each
 * commit: ten revisions of a row between two commits cost one encoding, one change-log record and one output.
 */
final class LiveTable<V> implements Table<V> {

    /** A changed row and what was committed of it. */
    private static final class Changed<V> {
        private final Row<V> committed;
        private V now;

        Changed(Row<V> committed) {
            this.committed = committed;
        }
    }

    private final LongSupplier clock;
    private final Key prefix;
    private final Codec<V> codec;
    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Key, Changed<V>> changed = new LinkedHashMap<>();

    /** The same in order, once somebody has asked for that: most tables are never read by ranges. */
    private NavigableMap<Key, Changed<V>> ordered;

    private final Map<Key, Row<V>> recent;
    private Consumer<Revision<V>> listener = revision -> {};
    private boolean heard;

    LiveTable(TableSpec<V> spec, KeyValueStore<Bytes, byte[]> store, int recentRows, LongSupplier clock) {
        this.clock = clock;
        this.prefix = Key.of(spec.name());
        this.codec = new Codec<>(spec.name(), spec.type());
        this.store = store;
        this.recent = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Row<V>> eldest) {
                return size() > recentRows;
            }
        };
    }

    void listen(Consumer<Revision<V>> newListener) {
        this.listener = listener.andThen(newListener);
        this.heard = true;
    }

    @Override
    public V get(Key key) {
        Changed<V> live = changed.get(key);
        return live == null ? committed(key).value() : live.now;
    }

    @Override
    public void put(Key key, V value) {
        Changed<V> live = changed.get(key);
        if (live == null) {
            live = new Changed<>(committed(key));
            changed.put(key, live);
            if (ordered != null) {
                ordered.put(key, live);
            }
        }
        live.now = value;
    }

    private NavigableMap<Key, Changed<V>> changed(Key from, Key to) {
        if (ordered == null) {
            ordered = new TreeMap<>(changed);
        }
        return ordered.subMap(from, true, to, false);
    }

    private Row<V> committed(Key key) {
        Row<V> row = recent.get(key);
        if (row == null) {
            byte[] bytes = store.get(stored(key));
            row = bytes == null ? new Row<>(null, 0) : codec.read(bytes);
            recent.put(key, row);
        }
        return row;
    }

    /** Writes what has changed, and tells the listener. */
    void writeBack() {
        changed.forEach((key, live) -> {
            V before = live.committed.value();
            if (Objects.equals(before, live.now)) {
                return;
            }
            Row<V> row = new Row<>(live.now, live.committed.revision() + 1);
            // A published row keeps its number when it is gone: should it come back, it must not look older than its
            // end.
            store.put(stored(key), row.value() == null ? gone(row) : codec.write(row));
            recent.put(key, row);
            listener.accept(new Revision<>(before, row.value(), row.revision()));
        });
        changed.clear();
        if (ordered != null) {
            ordered.clear();
        }
    }

    private byte[] gone(Row<V> row) {
        return heard ? Codec.gone(row.revision(), clock.getAsLong()) : null;
    }

    @Override
    public void scan(Key from, long horizon, BiPredicate<Key, V> visitor) {
        List<Bytes> longGone = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows =
                store.range(stored(from), Bytes.wrap(prefix.end().toBytes()))) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                Long gone = Codec.goneAt(row.value);
                if (gone != null && gone < horizon) {
                    longGone.add(row.key);
                }
                if (gone == null
                        && !visitor.test(key(row), codec.read(row.value).value())) {
                    break;
                }
            }
        }
        longGone.forEach(this::drop);
    }

    @Override
    public void forget(Key key) {
        drop(stored(key));
    }

    private void drop(Bytes stored) {
        Key key = Key.ofBytes(stored.get()).after(prefix);
        if (!changed.containsKey(key)) {
            store.delete(stored);
            recent.remove(key);
        }
    }

    @Override
    public void ascend(Key from, Key to, Predicate<V> visitor) {
        if (from.compareTo(to) < 0) {
            try (KeyValueIterator<Bytes, byte[]> rows = store.range(stored(from), stored(to))) {
                visit(rows, changed(from, to), to, 1, visitor);
            }
        }
    }

    @Override
    public void descend(Key from, Key to, Predicate<V> visitor) {
        if (from.compareTo(to) < 0) {
            try (KeyValueIterator<Bytes, byte[]> rows = store.reverseRange(stored(from), stored(to))) {
                visit(rows, changed(from, to).descendingMap(), to, -1, visitor);
            }
        }
    }

    /** Merges the stored rows with the changed ones, which hide them. */
    private void visit(
            KeyValueIterator<Bytes, byte[]> rows,
            NavigableMap<Key, Changed<V>> live,
            Key to,
            int direction,
            Predicate<V> visitor) {
        var changes = live.entrySet().iterator();
        Map.Entry<Key, Changed<V>> change = changes.hasNext() ? changes.next() : null;
        KeyValue<Bytes, byte[]> row = next(rows, to);
        while (change != null || row != null) {
            int order = change == null
                    ? 1
                    : row == null ? -1 : direction * change.getKey().compareTo(key(row));
            V value = order <= 0 ? change.getValue().now : codec.read(row.value).value();
            if (order <= 0) {
                change = changes.hasNext() ? changes.next() : null;
            }
            if (order >= 0) {
                row = next(rows, to);
            }
            if (value != null && !visitor.test(value)) {
                return;
            }
        }
    }

    /** The store's ranges include their end, ours do not. */
    private KeyValue<Bytes, byte[]> next(KeyValueIterator<Bytes, byte[]> rows, Key to) {
        while (rows.hasNext()) {
            KeyValue<Bytes, byte[]> row = rows.next();
            if (key(row).compareTo(to) < 0) {
                return row;
            }
        }
        return null;
    }

    private Bytes stored(Key key) {
        return Bytes.wrap(prefix.and(key).toBytes());
    }

    private Key key(KeyValue<Bytes, byte[]> row) {
        return Key.ofBytes(row.key.get()).after(prefix);
    }
}
