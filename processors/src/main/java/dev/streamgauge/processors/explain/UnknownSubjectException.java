package dev.streamgauge.processors.explain;

/** Nobody has heard of what was asked for. The message says what is known that is near it. */
public final class UnknownSubjectException extends Exception {

    private static final long serialVersionUID = 1;

    UnknownSubjectException(String message) {
        super(message);
    }
}
