package dev.streamgauge.connectors.git;

/** A clone cannot be read. The message is one line for the user: what, where, what to do. */
public final class GitException extends RuntimeException {

    public GitException(String message) {
        super(message);
    }

    public GitException(String message, Throwable cause) {
        super(message, cause);
    }
}
