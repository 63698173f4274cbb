package dev.streamgauge.connectors.gateway.signatures;

import java.util.Locale;

/** Whether a delivery is the provider's own. */
public enum Verdict {
    /** Signed with one of the secrets. */
    VALID,
    /** Nothing signs it. */
    MISSING,
    /** Signed by a method that is known to be broken, such as SHA-1, and by no other. */
    LEGACY,
    /** What should be a signature is none. */
    MALFORMED,
    /** Signed at a time that is too far away: perhaps an old delivery that somebody sends again. */
    STALE,
    /** Signed with another secret, or changed on its way. */
    WRONG;

    private final String code = "signature_" + name().toLowerCase(Locale.ROOT);

    /** The reason's name in metrics. */
    public String code() {
        return code;
    }

    static Verdict of(boolean valid) {
        return valid ? VALID : WRONG;
    }
}
