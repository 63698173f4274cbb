package dev.streamgauge.connectors.files;

/** What was to be read cannot be found or opened. The message is one line for the user: what, where, what to do. */
public final class FilesException extends RuntimeException {

    public FilesException(String message) {
        super(message);
    }

    public FilesException(String message, Throwable cause) {
        super(message, cause);
    }
}
