package dev.streamgauge.processors.landings;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;

/**
 * The place of a commit on main (docs/metrics.md, section 1).
 *
 * @param landedAt when it landed, epoch milliseconds
 * @param rank settles the order within one instant
 * @param landing the head of the push that landed it
 * @param sha the commit
 */
public record Position(long landedAt, long rank, String landing, String sha) implements Comparable<Position> {

    private static final Comparator<Position> ORDER = Comparator.comparingLong(Position::landedAt)
            .thenComparingLong(Position::rank)
            .thenComparing(Position::landing, Text.ORDER)
            .thenComparing(Position::sha, Text.ORDER);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** Appends the position to a key, so that keys sort as positions do. */
    public Key appendTo(Key prefix) {
        return prefix.and(landedAt).and(rank).and(landing).and(sha);
    }
}
