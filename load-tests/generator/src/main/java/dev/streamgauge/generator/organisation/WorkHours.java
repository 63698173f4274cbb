package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.draw.Dice;

/** When people work: weekdays from nine to six in their own time zone, a little before and after, seldom at night or at weekends. */
record WorkHours(int hoursEastOfUtc) {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** The mean of {@link #activity} over a week. */
    static final double MEAN = 0.351;

    private static final double WEEKEND = 0.12;

    /** How busy it is, from 0 to 1. */
    double activity(long at) {
        long local = at + hoursEastOfUtc * HOUR;
        // 1970 began on a Thursday: with Monday as 0, that is 3.
        boolean weekend = Math.floorMod(Math.floorDiv(local, DAY) + 3, 7) >= 5;
        return (weekend ? WEEKEND : 1) * ofDay((int) (Math.floorMod(local, DAY) / HOUR));
    }

    private static double ofDay(int hour) {
        if (hour >= 9 && hour < 18) {
            return 1;
        }
        return hour >= 7 && hour < 22 ? 0.3 : 0.05;
    }

    /** That moment or, if people are off, some time in their next working hour. One in ten works at odd hours. */
    long next(long at, Dice dice) {
        if (dice.chance(0.1)) {
            return at;
        }
        long next = at;
        while (activity(next) < 0.9) {
            next = (Math.floorDiv(next, HOUR) + 1) * HOUR;
        }
        return next == at ? at : next + dice.below((int) HOUR);
    }
}
