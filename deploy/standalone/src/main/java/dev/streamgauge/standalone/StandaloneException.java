package dev.streamgauge.standalone;

/** A failure that its message explains to a user: one line that says what, where, and what to do. Shown without a stack trace. */
public final class StandaloneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StandaloneException(String message) {
        super(message);
    }

    /** @param cause for the log only */
    public StandaloneException(String message, Throwable cause) {
        super(message, cause);
    }
}
