package dev.streamgauge.processors.health;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;

/**
 * A build in the walk along main, in commit order.
 *
 * @param at when it was known, epoch milliseconds: its finish, but not before its commit landed
 */
public record Step(Position position, long at, BuildRef build, boolean green) implements Comparable<Step> {

    private static final Comparator<Step> WALK = Comparator.comparing(Step::position)
            .thenComparingLong(Step::at)
            .thenComparing(step -> step.build().runId(), Text.ORDER)
            .thenComparingInt(step -> step.build().attempt());

    @Override
    public int compareTo(Step other) {
        return WALK.compare(this, other);
    }

    Key key(Key workflow) {
        return build.appendTo(position.appendTo(workflow).and(at));
    }

    /** Whether it was known before another; of the same instant, the earlier in the walk. */
    boolean knownBefore(Step other) {
        return at != other.at ? at < other.at : compareTo(other) < 0;
    }
}
