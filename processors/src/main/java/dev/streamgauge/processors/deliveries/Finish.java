package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.staircase.Stair;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;

/**
 * The end of a successful deploy. Ordered by time, then by name.
 *
 * @param at epoch milliseconds
 * @param position the deploy's place on main; null: none
 */
public record Finish(long at, String deployId, int attempt, String sha, Position position)
        implements Stair, Comparable<Finish> {

    private static final Comparator<Finish> ORDER = Comparator.comparingLong(Finish::at)
            .thenComparing(Finish::deployId, Text.ORDER)
            .thenComparingInt(Finish::attempt);

    @Override
    public int compareTo(Finish other) {
        return ORDER.compare(this, other);
    }

    public boolean before(Finish other) {
        return compareTo(other) < 0;
    }

    @Override
    public Key appendTo(Key prefix) {
        return prefix.and(at).and(deployId).and(attempt);
    }
}
