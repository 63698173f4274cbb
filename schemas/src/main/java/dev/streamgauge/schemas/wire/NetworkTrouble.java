package dev.streamgauge.schemas.wire;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Says in words what Java's network exceptions often leave empty. */
final class NetworkTrouble {

    private NetworkTrouble() {}

    static String describe(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "the host's name is not known";
            }
            if (cause instanceof SSLException) {
                return "TLS failed: " + cause.getMessage();
            }
        }
        if (e instanceof HttpTimeoutException) {
            return "timed out";
        }
        return e instanceof ConnectException
                ? "connection refused"
                : e.getClass().getSimpleName() + said(e);
    }

    private static String said(Throwable e) {
        return e.getMessage() == null ? "" : ": " + e.getMessage();
    }
}
