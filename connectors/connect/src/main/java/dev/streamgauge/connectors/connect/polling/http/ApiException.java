package dev.streamgauge.connectors.connect.polling.http;

import java.time.Instant;

/** A call did not bring what was asked for. The message is one line, without anything secret. */
public abstract sealed class ApiException extends Exception {

    private static final long serialVersionUID = 1;

    private ApiException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The budget of calls is spent. The same call is answered from a known time on. */
    public static final class Limited extends ApiException {

        private static final long serialVersionUID = 1;

        private final Instant until;

        Limited(String message, Instant until) {
            super(message, null);
            this.until = until;
        }

        /** When calls are answered again. */
        public Instant until() {
            return until;
        }
    }

    /** No answer, or half of one, or one that says to try again. */
    public static final class Unavailable extends ApiException {

        private static final long serialVersionUID = 1;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The API knows what we want, and does not give it to us. */
    public static final class Refused extends ApiException {

        private static final long serialVersionUID = 1;

        private final int status;

        Refused(String message, int status) {
            super(message, null);
            this.status = status;
        }

        /** HTTP's status, 4xx. */
        public int status() {
            return status;
        }

        /** Whether the credentials are wrong, so that nothing else would be answered either. */
        public boolean ofCredentials() {
            return status == 401;
        }
    }
}
