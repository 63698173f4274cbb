package dev.streamgauge.checks.devlake;

import java.util.Arrays;
import java.util.function.BiPredicate;

/** The rules of ours that make our answer another one, each with what must be so where it is at work. docs/devlake.md explains them. */
enum Rule {
    /** Theirs has merged requests only; ours also those on their way. */
    IN_FLIGHT_COUNTS((column, ours) -> column == Column.STATE),
    /** The lane's first deploy with a place on main delivers only what owns its commit. */
    FIRST_DEPLOY_IS_A_BASELINE((column, ours) -> ours.isExcluded("baseline")),
    /** Theirs sums the parts that it has; ours has no lead time before the change is delivered. */
    NO_LEAD_TIME_BEFORE_DELIVERY(
            (column, ours) -> column == Column.CYCLE_TIME && ours.text("delivered_at").equals("-")),
    /** Theirs leaves out the part that runs backwards; ours has no lead time from a clock that cannot be right. */
    CLOCK_SKEW_LEAVES_OUT(
            (column, ours) -> column == Column.CYCLE_TIME && ours.isExcluded("clock_skew")),
    /** Theirs rounds each part up to a minute; ours is exact to the millisecond. */
    EXACT_TO_THE_MILLISECOND((column, ours) -> ours.text("status").equals("delivered"));

    private final BiPredicate<Column, Ours> atWork;

    Rule(BiPredicate<Column, Ours> atWork) {
        this.atWork = atWork;
    }

    /** The first that is at work. */
    static Rule of(Column column, Ours ours) {
        return Arrays.stream(values())
                .filter(rule -> rule.atWork.test(column, ours))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule makes the difference in " + column + " of " + ours));
    }
}
