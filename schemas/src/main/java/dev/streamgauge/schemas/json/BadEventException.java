package dev.streamgauge.schemas.json;

import dev.streamgauge.schemas.Refusal;

/** A line is not an event. The message says what is wrong with which field, and what would be right. */
public final class BadEventException extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal reason;

    public BadEventException(Refusal reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
