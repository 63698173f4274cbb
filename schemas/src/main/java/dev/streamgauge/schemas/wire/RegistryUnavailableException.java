package dev.streamgauge.schemas.wire;

import org.apache.kafka.common.errors.RetriableException;

/** The registry did not answer within {@code schema.registry.retry.ms}. Says nothing about the record: the same call may succeed later. */
public final class RegistryUnavailableException extends RetriableException {

    private static final long serialVersionUID = 1;

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
