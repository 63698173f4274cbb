package dev.streamgauge.peers;

import java.util.concurrent.TimeUnit;

/**
 * What one more adds to an aggregate.
 *
 * @param day of UTC, since 1970
 */
record Contribution(long day, long amount) {

    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    static Contribution at(long moment, long amount) {
        return new Contribution(Math.floorDiv(moment, DAY_MS), amount);
    }
}
