package dev.streamgauge.schemas;

/** The headers of a delivery that is kept as it was received, in {@link Topics#RAW_EVENTS}; a dead letter of a door has them too. */
public final class RawHeaders {

    /** The provider whose mapper reads it, for example {@code github}. */
    public static final String PROVIDER = "streamgauge.provider";
    /** The configured source that it came through. */
    public static final String SOURCE = "streamgauge.source";
    /** When the door took it in: ISO 8601, UTC, to the millisecond. */
    public static final String RECEIVED_AT = "streamgauge.received-at";
    /** {@code true}: e-mail addresses were replaced before it was kept. */
    public static final String REDACTED = "streamgauge.redacted";
    /** What the names of the delivery's own headers follow, in lower case. Only those that a mapper needs are kept, and none that is secret. */
    public static final String HTTP_PREFIX = "http.";

    private RawHeaders() {}
}
