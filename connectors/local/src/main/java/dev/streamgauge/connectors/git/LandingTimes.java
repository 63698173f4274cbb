package dev.streamgauge.connectors.git;

import java.time.Instant;

/**
 * When the landings of a line happened: at their committer dates, but never before their first parent. A date that is no possible time of an event (before 1990, or
 * in the future) says nothing, and must not move the landings after it: such a landing counts with its first parent.
 */
final class LandingTimes {

    /** 1990-01-01T00:00:00Z: no event is from before it. */
    static final long FIRST_SECOND = 631_152_000L;

    /** Clocks differ by so much; what is later than now by more is from the future. */
    private static final long TOLERANCE_SECONDS = 300;

    private final long lastSecond;
    private final ReadProblems problems;
    private long latest = FIRST_SECOND;

    LandingTimes(Instant receivedAt, ReadProblems problems) {
        this.lastSecond = lastSecond(receivedAt);
        this.problems = problems;
    }

    /** The last second that is not in the future when an event is received at this instant. */
    static long lastSecond(Instant receivedAt) {
        return receivedAt.getEpochSecond() + TOLERANCE_SECONDS;
    }

    /** The time of the next landing on the line. */
    Instant next(CommitNode landing) {
        long committed = landing.committed;
        if (committed < FIRST_SECOND || committed > lastSecond) {
            problems.movedLandings++;
        } else {
            latest = Math.max(latest, committed);
        }
        return Instant.ofEpochSecond(latest);
    }
}
