package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.staircase.Stair;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;

/**
 * The beginning of a deploy that has not finished. Ordered by time, then by name.
 *
 * @param at epoch milliseconds
 * @param position the deploy's place on main; null: none
 */
public record DeployStart(long at, String deployId, int attempt, String sha, Position position)
        implements Stair, Comparable<DeployStart> {

    private static final Comparator<DeployStart> ORDER = Comparator.comparingLong(DeployStart::at)
            .thenComparing(DeployStart::deployId, Text.ORDER)
            .thenComparingInt(DeployStart::attempt);

    @Override
    public int compareTo(DeployStart other) {
        return ORDER.compare(this, other);
    }

    @Override
    public Key appendTo(Key prefix) {
        return prefix.and(at).and(deployId).and(attempt);
    }
}
