package dev.streamgauge.schemas.wire;

import org.apache.kafka.common.KafkaException;

/** The registry refuses us, or is not where the configuration says. Somebody has to mend the configuration, or the subject. */
public final class RegistryConfigException extends KafkaException {

    private static final long serialVersionUID = 1;

    public RegistryConfigException(String message) {
        super(message);
    }

    public RegistryConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
