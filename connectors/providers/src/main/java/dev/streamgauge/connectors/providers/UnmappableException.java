package dev.streamgauge.connectors.providers;

import dev.streamgauge.schemas.Refusal;

/** A delivery does not say what it must. The message names the field, and what was expected. */
public final class UnmappableException extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal reason;
    private final String advice;

    public UnmappableException(Refusal reason, String message) {
        this(reason, message, message);
    }

    /** @param advice the message without any value of the delivery */
    public UnmappableException(Refusal reason, String message, String advice) {
        super(message);
        this.reason = reason;
        this.advice = advice;
    }

    /** The message for the sender. */
    public String advice() {
        return advice;
    }

    public Refusal reason() {
        return reason;
    }
}
