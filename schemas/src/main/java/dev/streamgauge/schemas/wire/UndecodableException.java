package dev.streamgauge.schemas.wire;

import org.apache.kafka.common.errors.SerializationException;

/** The bytes of a record are wrong, and stay wrong however often they are read. Never thrown for trouble with the registry. */
public final class UndecodableException extends SerializationException {

    private static final long serialVersionUID = 1;

    public UndecodableException(String message) {
        super(message);
    }

    public UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }
}
