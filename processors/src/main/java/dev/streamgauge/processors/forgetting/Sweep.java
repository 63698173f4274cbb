package dev.streamgauge.processors.forgetting;

import dev.streamgauge.processors.forgetting.Expiring.Life;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.Tables;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes round all tables, a few rows at a time, and forgets what is over. Where it stopped is not kept: after a restart it begins anew. */
public final class Sweep {

    private final Tables tables;
    private final List<Expiring<?>> expiring;
    private Iterator<Expiring<?>> round;
    private Expiring<?> current;
    private Key from = Key.EMPTY;

    public Sweep(Tables tables, List<Expiring<?>> expiring) {
        this.tables = tables;
        this.expiring = List.copyOf(expiring);
        this.round = this.expiring.iterator();
    }

    /**
     * Looks at some rows, or at all if there are fewer.
     *
     * @param horizon epoch milliseconds: nothing that was over before will be corrected
     * @param rows how many to look at
     * @return how many were forgotten
     */
    public int step(long horizon, int rows) {
        int forgotten = 0;
        int left = rows;
        for (int tried = 0; left > 0 && tried <= expiring.size(); tried++) {
            if (current == null) {
                next();
            }
            Pass pass = pass(current, horizon, left);
            left -= pass.seen();
            forgotten += pass.forgotten();
        }
        return forgotten;
    }

    private void next() {
        if (!round.hasNext()) {
            round = expiring.iterator();
        }
        current = round.next();
        from = Key.EMPTY;
    }

    private record Pass(int seen, int forgotten) {}

    private <V> Pass pass(Expiring<V> each, long horizon, int limit) {
        Table<V> table = tables.table(each.rows());
        Map<Key, V> over = new LinkedHashMap<>();
        int[] seen = {0};
        Key[] last = {null};
        table.scan(from, horizon, (key, row) -> {
            last[0] = key;
            if (row != null && each.life().over(key, row, horizon)) {
                over.put(key, row);
            }
            return ++seen[0] < limit;
        });
        if (seen[0] < limit) {
            current = null;
        } else {
            from = last[0].next();
        }
        return new Pass(seen[0], forget(table, each.life(), over));
    }

    /** What goes with a row stays, if the row does: the next round finds both. */
    private static <V> int forget(Table<V> table, Life<V> life, Map<Key, V> over) {
        int forgotten = 0;
        for (Map.Entry<Key, V> row : over.entrySet()) {
            if (table.forget(row.getKey())) {
                life.forget(row.getKey(), row.getValue());
                forgotten++;
            }
        }
        return forgotten;
    }
}
