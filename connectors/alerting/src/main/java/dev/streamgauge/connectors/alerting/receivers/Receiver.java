package dev.streamgauge.connectors.alerting.receivers;

import dev.streamgauge.connectors.alerting.notices.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody to tell. Asked by one thread. */
public interface Receiver {

    /** How many notices it takes at once, at most. */
    int most();

    /** Whether it wants to hear that somebody watches, every minute. */
    default boolean takesHeartbeats() {
        return true;
    }

    /** Whether it can be told that nobody need be called any more, though an alert goes on firing. */
    default boolean canBeHushed() {
        return false;
    }

    /** How often it must hear again what fires. Empty: once is enough. */
    default Optional<Repetition> repetition() {
        return Optional.empty();
    }

    /**
     * Tells it, and waits for the answer, not longer than its timeout for each call.
     *
     * @param notices at most {@link #most}, in order
     * @throws InterruptedException if the thread is to end; the receiver may have been told
     */
    Outcome tell(List<Notice> notices, Instant now) throws InterruptedException;

    /**
     * For a receiver that forgets.
     *
     * @param every between two tellings of what fires
     * @param ends for how long an end is repeated
     */
    record Repetition(Duration every, Duration ends) {}
}
