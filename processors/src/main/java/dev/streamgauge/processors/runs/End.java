package dev.streamgauge.processors.runs;

import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.BuildRef;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;

/**
 * A finished build in the order of finish.
 *
 * @param at its finish, epoch milliseconds
 * @param green whether it succeeded
 */
public record End(long at, BuildRef build, boolean green) implements Comparable<End> {

    private static final Comparator<End> ORDER = Comparator.comparingLong(End::at)
            .thenComparing(end -> end.build().runId(), Text.ORDER)
            .thenComparingInt(end -> end.build().attempt());

    static End of(Build build) {
        return new End(build.finishedAt(), build.ref(), build.succeeded());
    }

    @Override
    public int compareTo(End other) {
        return ORDER.compare(this, other);
    }

    Key appendTo(Key prefix) {
        return build.appendTo(prefix.and(at));
    }
}
