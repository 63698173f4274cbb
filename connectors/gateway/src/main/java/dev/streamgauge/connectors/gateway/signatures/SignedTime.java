package dev.streamgauge.connectors.gateway.signatures;

import java.time.Duration;
import java.time.Instant;

/** The time in seconds since 1970 that a provider signs with the body. It bounds for how long an eavesdropper can send a delivery again. */
final class SignedTime {

    private static final Duration SKEW = Duration.ofMinutes(5);

    private SignedTime() {}

    /** Null if the time is well; a delivery of exactly five minutes ago is. */
    static Verdict problem(String seconds, Instant now) {
        if (!seconds.matches("[0-9]{1,12}")) {
            return Verdict.MALFORMED;
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(seconds));
        return Duration.between(signed, now).abs().compareTo(SKEW) > 0 ? Verdict.STALE : null;
    }
}
