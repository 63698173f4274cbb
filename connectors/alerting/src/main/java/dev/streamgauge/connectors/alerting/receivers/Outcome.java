package dev.streamgauge.connectors.alerting.receivers;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt to tell a receiver. */
public sealed interface Outcome {

    /** The receiver has it. */
    record Accepted() implements Outcome {}

    /**
     * Not now: it is tried again until it succeeds.
     *
     * @param rest how long the receiver wants to be left alone
     * @param why in a line, without secrets
     */
    record Later(String why, Optional<Duration> rest) implements Outcome {}

    /**
     * Never: it would be refused again.
     *
     * @param reason a word, for headers and counters
     * @param why in a line, without secrets
     */
    record Refused(String reason, String why) implements Outcome {}

    static Outcome accepted() {
        return new Accepted();
    }

    static Outcome later(String why) {
        return new Later(why, Optional.empty());
    }
}
