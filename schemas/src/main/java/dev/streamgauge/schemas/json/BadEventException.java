package dev.streamgauge.schemas.json;

import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.RefusedException;

/** A line is not an event. The message says what is wrong with which field, and what would be right. */
public final class BadEventException extends RefusedException {

    private static final long serialVersionUID = 1;

    /** @param message without anything that the line holds */
    public BadEventException(Refusal reason, String message) {
        this(reason, message, message);
    }

    /** @param advice the message without anything that the line holds */
    public BadEventException(Refusal reason, String message, String advice) {
        super(reason, message, advice);
    }
}
