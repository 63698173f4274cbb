package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.watch.QueueRow.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The queues as they were last published, kept in memory too: an evaluation reads no store. */
final class QueueBoard {

    private final Table<QueueRow> table;
    private final Map<Place, QueueRow> rows = new HashMap<>();
    private final long refreshMs;

    QueueBoard(Table<QueueRow> table, long refreshMs) {
        this.table = table;
        this.refreshMs = refreshMs;
    }

    /** Remembers what was published before this process began. */
    void load() {
        table.each(row -> rows.put(row.place(), row));
    }

    /** The places of all that is published. */
    Set<Place> places() {
        return new HashSet<>(rows.keySet());
    }

    boolean has(Place place) {
        return rows.containsKey(place);
    }

    /** Publishes a queue if there is something new. */
    void look(Place place, Depths depths, long now) {
        QueueRow before = rows.get(place);
        QueueRow after = QueueRow.next(place, before, depths, now, refreshMs);
        if (Objects.equals(after, before)) {
            return;
        }
        table.put(place.key(), after);
        if (after == null) {
            rows.remove(place);
        } else {
            rows.put(place, after);
        }
    }
}
