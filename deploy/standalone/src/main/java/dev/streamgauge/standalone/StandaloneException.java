package dev.streamgauge.standalone;

import java.util.List;

/** A failure that its message explains to a user: one line that says what, where, and what to do. Shown without a stack trace. */
public final class StandaloneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    public StandaloneException(String message) {
        this(message, List.of());
    }

    /**
     * A failure of several reasons, all told at once.
     *
     * @param mistakes shown below the message, a line each
     */
    public StandaloneException(String message, List<String> mistakes) {
        super(message);
        this.mistakes = List.copyOf(mistakes);
    }

    /** @param cause for the log only */
    public StandaloneException(String message, Throwable cause) {
        super(message, cause);
        this.mistakes = List.of();
    }

    /** What is shown below the message; mostly nothing. */
    public List<String> mistakes() {
        return mistakes;
    }
}
