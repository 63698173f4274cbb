package dev.streamgauge.schemas;

/** Input is refused. The message says what is wrong with which part of it, and what would be right. */
public abstract class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal reason;
    private final String advice;

    /** @param advice the message without anything that the input holds */
    protected RefusedException(Refusal reason, String message, String advice) {
        super(message);
        this.reason = reason;
        this.advice = advice;
    }

    /** What is wrong, and what would be right, without the value that is there: for the sender, and whoever else is not sitting before the input. */
    public final String advice() {
        return advice;
    }

    public final Refusal reason() {
        return reason;
    }
}
