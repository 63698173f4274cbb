package dev.streamgauge.connectors.providers;

import dev.streamgauge.schemas.Refusal;

/** A delivery does not say what it must. The message names the field, and what was expected. */
public final class UnmappableException extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal reason;

    public UnmappableException(Refusal reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
