package dev.streamgauge.connectors.gateway;

/** The gateway cannot start. The message says why in one line, and what to do. */
public final class GatewayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public GatewayException(String message, Throwable cause) {
        super(message, cause);
    }
}
