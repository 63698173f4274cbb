package dev.streamgauge.processors.queues;

import static dev.streamgauge.processors.queues.QueueName.INTEGRATION;

import dev.streamgauge.processors.integration.GreenLine;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.staircase.Range;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashSet;
import java.util.Set;

/** The changes that wait for a green build, in the order of main: a build that comes asks only for those that it may free. */
final class Integrations {

    static final TableSpec<Integrating> INTEGRATING = new TableSpec<>(
            "queues",
            "integrating",
            Integrating.class,
            "the changes among the items that wait for a green build, or did");

    private final Table<Integrating> waiting;
    private final Facts facts;

    Integrations(Tables tables, Facts facts) {
        this.waiting = tables.table(INTEGRATING);
        this.facts = facts;
    }

    /** The changes to which a move of the green line matters: those that are kept or, where a build is gone, all. */
    Set<String> concernedBy(GreenLine.Move move) {
        Set<String> changes = new LinkedHashSet<>();
        Range range = move.range();
        Key all = Key.of(move.repository());
        Key from = range.after() == null ? all : range.after().appendTo(all).end();
        Key to = range.upTo() == null ? all.end() : range.upTo().appendTo(all).end();
        waiting.list(from, to).forEach(row -> changes.add(row.change()));
        if (isGone(move)) {
            facts.landings().between(move.repository(), range.after(), range.upTo(), commit -> {
                changes.addAll(commit.changes());
                return true;
            });
        }
        return changes;
    }

    private boolean isGone(GreenLine.Move move) {
        Position last = move.range().upTo();
        Long green = last == null ? null : facts.green().greenAt(move.repository(), last);
        return green == null || green != move.at();
    }

    /** Keeps the place of a change that waits, or left within the hour; either may be null. */
    void moved(Item before, Item after, Expiry expiry) {
        Key old = key(before);
        Key now = key(after);
        if (old != null && !old.equals(now)) {
            waiting.remove(old);
        }
        if (now != null) {
            waiting.put(now, new Integrating(after.name(), overAt(after, expiry)));
        }
    }

    private static long overAt(Item item, Expiry expiry) {
        Long left = stay(item).left();
        return left == null ? expiry.forgottenAt(INTEGRATION, item.toldAt()) : left + Stay.COUNTED_MS;
    }

    private static Key key(Item item) {
        return item == null || stay(item) == null
                ? null
                : item.place().appendTo(Key.of(item.repository())).and(item.name());
    }

    private static Stay stay(Item item) {
        return item.stays().stream()
                .filter(stay -> stay.queue() == INTEGRATION)
                .findFirst()
                .orElse(null);
    }
}
