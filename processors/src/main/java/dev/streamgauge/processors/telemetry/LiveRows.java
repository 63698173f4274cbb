package dev.streamgauge.processors.telemetry;

import dev.streamgauge.processors.store.LiveTables;
import dev.streamgauge.processors.table.TableSpec;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The rows of a table of all tasks of this process that are of interest at the moment, to be asked by any thread.
 *
 * @param <V> of the table
 */
final class LiveRows<V> {

    private final Map<Object, V> rows = new ConcurrentHashMap<>();
    private final Function<V, Object> name;
    private final Predicate<V> wanted;

    /**
     * @param name distinguishes rows, over all tasks
     * @param wanted whether a row is of interest
     */
    LiveRows(Function<V, Object> name, Predicate<V> wanted) {
        this.name = name;
        this.wanted = wanted;
    }

    Collection<V> all() {
        return rows.values();
    }

    /** Takes up what a task knows and will know; what it answers forgets that again. */
    Runnable follow(LiveTables tables, TableSpec<V> spec) {
        Set<Object> mine = new HashSet<>();
        tables.table(spec).each(row -> put(row, mine));
        tables.listen(spec, revision -> {
            if (revision.after() == null) {
                remove(revision.before(), mine);
            } else {
                put(revision.after(), mine);
            }
        });
        return () -> rows.keySet().removeAll(mine);
    }

    private void put(V row, Set<Object> mine) {
        if (!wanted.test(row)) {
            remove(row, mine);
            return;
        }
        rows.put(name.apply(row), row);
        mine.add(name.apply(row));
    }

    private void remove(V row, Set<Object> mine) {
        rows.remove(name.apply(row));
        mine.remove(name.apply(row));
    }
}
