package dev.streamgauge.standalone.broker;

import java.net.BindException;

/** Kafka's server did not start. */
final class StartFailure extends Exception {

    private static final long serialVersionUID = 1L;

    StartFailure(Throwable cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }

    /** Whether another program took a port between the probe and the start. */
    boolean isTakenPort() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
