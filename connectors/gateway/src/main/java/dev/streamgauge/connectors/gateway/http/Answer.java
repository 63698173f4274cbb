package dev.streamgauge.connectors.gateway.http;

import dev.streamgauge.connectors.gateway.intake.Result;
import dev.streamgauge.connectors.gateway.signatures.Verdict;

/**
 * What a request is answered, and how it is counted.
 *
 * @param status of HTTP
 * @param outcome a word, for a counter
 * @param reason a word, for the same counter; empty: nothing more to say
 * @param text for the sender; empty: nothing to say
 * @param retryAfter in seconds; 0: nothing to say
 * @param closes whether the connection ends here, because nobody wants to read the rest of the request
 */
record Answer(int status, String outcome, String reason, String text, int retryAfter, boolean closes) {

    private static final int SOON = 2;

    static Answer of(Result result) {
        if (result instanceof Result.Ignored) {
            return plain(202, "ignored", "");
        }
        if (result instanceof Result.Quarantined quarantined) {
            String advice = quarantined.advice() == null ? "" : quarantined.advice();
            return new Answer(202, "quarantined", quarantined.reason(), advice, 0, false);
        }
        return result instanceof Result.Refused refused
                ? new Answer(400, "malformed", refused.reason(), refused.message(), 0, false)
                : plain(202, "accepted", "");
    }

    /** The body is told nothing: it would help only those who guess. */
    static Answer unsigned(Verdict verdict) {
        return plain(401, "unauthorized", verdict.code());
    }

    static Answer unknown(String reason) {
        return plain(404, "unknown", reason);
    }

    static Answer wrongMethod() {
        return plain(405, "method", "");
    }

    static Answer broken() {
        return new Answer(400, "broken", "", "", 0, true);
    }

    static Answer slow() {
        return new Answer(408, "slow", "", "", 0, true);
    }

    static Answer tooLarge(String reason) {
        return new Answer(413, "too_large", reason, "", 0, true);
    }

    static Answer unknownEncoding() {
        return new Answer(415, "encoding", "", "Content-Encoding should be gzip or identity", 0, true);
    }

    static Answer tooMany() {
        return new Answer(429, "rate", "", "", 1, false);
    }

    static Answer busy() {
        return new Answer(503, "busy", "", "", SOON, true);
    }

    /** The broker does not acknowledge; whether it will have taken it nobody knows, and to send it again does no harm. */
    static Answer unavailable(String reason) {
        return new Answer(503, "unavailable", reason, "", SOON, false);
    }

    private static Answer plain(int status, String outcome, String reason) {
        return new Answer(status, outcome, reason, "", 0, false);
    }
}
