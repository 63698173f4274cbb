package dev.streamgauge.connectors.providers;

import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.RefusedException;

/** A delivery does not say what it must. The message names the field, and what was expected. */
public final class UnmappableException extends RefusedException {

    private static final long serialVersionUID = 1;

    public UnmappableException(Refusal reason, String message) {
        this(reason, message, message);
    }

    /** @param advice the message without any value of the delivery */
    public UnmappableException(Refusal reason, String message, String advice) {
        super(reason, message, advice);
    }
}
