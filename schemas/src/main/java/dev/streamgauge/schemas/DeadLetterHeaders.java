package dev.streamgauge.schemas;

/** The headers of a dead letter. Those that begin with {@code __streams} are named as Kafka Streams names them in its own dead-letter queue. */
public final class DeadLetterHeaders {

    /** The topic that the record was read from, as text. */
    public static final String TOPIC = "__streams.errors.topic";
    /** The partition, as text. */
    public static final String PARTITION = "__streams.errors.partition";
    /** The offset, as text. */
    public static final String OFFSET = "__streams.errors.offset";
    /** The exception's class, if there was one. */
    public static final String EXCEPTION = "__streams.errors.exception";
    /** The exception's message, if there was one. */
    public static final String EXCEPTION_MESSAGE = "__streams.errors.message";
    /** The exception's stack trace, if there was one. */
    public static final String STACKTRACE = "__streams.errors.stacktrace";
    /** Why the record was refused: the code of a {@link Refusal}. */
    public static final String REASON = "streamgauge.reason";
    /** The same in a sentence: what is wrong, where. */
    public static final String MESSAGE = "streamgauge.message";
    /** Where the record came from: a door's name, or a file with its line. */
    public static final String ORIGIN = "streamgauge.origin";
    /** The size of the value as received, in bytes, as text. Larger than the value: the value was cut. */
    public static final String ORIGINAL_SIZE = "streamgauge.original-size";

    private DeadLetterHeaders() {}
}
