package dev.streamgauge.checks.devlake;

import java.util.Arrays;

/** The rules of ours that make our answer another one than DevLake's; docs/devlake.md explains them. */
enum Rule {
    /** Theirs has merged requests only; ours also those on their way. */
    IN_FLIGHT_COUNTS,
    /** The lane's first deploy with a place on main delivers only what owns its commit. */
    FIRST_DEPLOY_IS_A_BASELINE,
    /** Theirs sums the parts that it has; ours has no lead time before the change is delivered. */
    NO_LEAD_TIME_BEFORE_DELIVERY,
    /** Theirs leaves out the part that runs backwards; ours has no lead time from a clock that cannot be right. */
    CLOCK_SKEW_LEAVES_OUT,
    /** Theirs rounds each part up to a minute; ours is exact to the millisecond. */
    EXACT_TO_THE_MILLISECOND;

    /** The first that is at work, as our own records say. */
    static Rule of(Column column, Ours ours) {
        return Arrays.stream(values())
                .filter(rule -> rule.isAtWork(column, ours))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule makes the difference in " + column + " of " + ours));
    }

    private boolean isAtWork(Column column, Ours ours) {
        return switch (this) {
            case IN_FLIGHT_COUNTS -> column == Column.STATE && column.ours(ours).equals("open");
            case FIRST_DEPLOY_IS_A_BASELINE -> ours.isExcluded("baseline");
            case NO_LEAD_TIME_BEFORE_DELIVERY -> column == Column.CYCLE_TIME && !ours.isDelivered();
            case CLOCK_SKEW_LEAVES_OUT -> column == Column.CYCLE_TIME && ours.isExcluded("clock_skew");
            case EXACT_TO_THE_MILLISECOND -> column != Column.DEPLOYMENT && ours.isDelivered();
        };
    }
}
