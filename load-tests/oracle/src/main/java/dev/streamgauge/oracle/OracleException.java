package dev.streamgauge.oracle;

/** The oracle could not answer; the message says at which question, and why. */
public final class OracleException extends RuntimeException {

    public OracleException(String message, Throwable cause) {
        super(message, cause);
    }
}
