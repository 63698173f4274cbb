package dev.streamgauge.schemas.json;

import dev.streamgauge.schemas.Refusal;

/** A line is not an event. The message says what is wrong with which field, and what would be right. */
public final class BadEventException extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal reason;
    private final String advice;

    /** @param message without anything that the line holds */
    public BadEventException(Refusal reason, String message) {
        this(reason, message, message);
    }

    /** @param advice the message without anything that the line holds */
    public BadEventException(Refusal reason, String message, String advice) {
        super(message);
        this.reason = reason;
        this.advice = advice;
    }

    /** Which field is wrong, and what would be right, without the value that is there: for whoever is not sitting before the line. */
    public String advice() {
        return advice;
    }

    public Refusal reason() {
        return reason;
    }
}
