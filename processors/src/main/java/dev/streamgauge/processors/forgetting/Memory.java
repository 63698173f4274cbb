package dev.streamgauge.processors.forgetting;

import java.time.Duration;

/**
 * How long what is over is remembered, by the wall clock.
 *
 * @param forgetAfter an item leaves the state so long after it was over; null: never
 */
public record Memory(Duration forgetAfter) {

    /** For replays and reports on the past: an event may be as old as it likes. */
    public static final Memory FOR_EVER = new Memory(null);

    public Memory {
        if (forgetAfter != null && forgetAfter.compareTo(Duration.ofDays(2)) < 0) {
            throw new IllegalArgumentException(
                    "Setting 'forget.after' is '%s', but must be at least two days".formatted(forgetAfter));
        }
    }

    public boolean ends() {
        return forgetAfter != null;
    }

    /**
     * What was over before this moment is forgotten; epoch milliseconds.
     *
     * @param now the wall clock, epoch milliseconds
     */
    public long horizon(long now) {
        return ends() ? now - forgetAfter.toMillis() : Long.MIN_VALUE;
    }

    /**
     * An event about what was over before this moment is refused; epoch milliseconds. That is half of the time, so that what an
     * event may correct, and what that in turn belongs to, is still there.
     *
     * @param now the wall clock, epoch milliseconds
     */
    public long earliest(long now) {
        return ends() ? now - forgetAfter.toMillis() / 2 : Long.MIN_VALUE;
    }
}
