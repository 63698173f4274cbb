package dev.streamgauge.processors.runs;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Table;
import java.util.List;

/**
 * Finished builds by some group, in the order of finish. Successes and others are kept apart: so the next success is one look-up away,
 * however many failures lie between.
 */
final class Ends {

    private static final long GREEN = 1;
    private static final long OTHER = 0;

    private final Table<End> table;

    Ends(Table<End> table) {
        this.table = table;
    }

    void add(Key group, End end) {
        table.put(end.appendTo(line(group, end.green())), end);
    }

    void remove(Key group, End end) {
        table.remove(end.appendTo(line(group, end.green())));
    }

    /** The first; null: there is none. */
    End first(Key group) {
        return Lattice.least(first(group, true), first(group, false));
    }

    /** The first success, or the first other one; null: there is none. */
    End first(Key group, boolean green) {
        Key line = line(group, green);
        return table.first(line, line.end());
    }

    void forget(Key group, End end) {
        table.forget(end.appendTo(line(group, end.green())));
    }

    /** Whether one that finished at some moment or later is there. */
    boolean anySince(Key group, long moment) {
        return since(line(group, true), moment) || since(line(group, false), moment);
    }

    private boolean since(Key line, long moment) {
        return table.first(line.and(moment), line.end()) != null;
    }

    /** The next success; null: there is none. */
    End greenAfter(Key group, End end) {
        Key line = line(group, true);
        return table.first(end.appendTo(line).next(), line.end());
    }

    /** What did not succeed between the success before one and that one. */
    List<End> othersUpTo(Key group, End green) {
        Key greens = line(group, true);
        End before = table.last(greens, green.appendTo(greens));
        Key others = line(group, false);
        return table.list(before == null ? others : before.appendTo(others), green.appendTo(others));
    }

    private static Key line(Key group, boolean green) {
        return group.and(green ? GREEN : OTHER);
    }
}
