package dev.streamgauge.standalone.serve;

import dev.streamgauge.operators.KafkaTrouble;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;

/** The user's cluster did not do what it was asked for. The message says why. */
public final class ClusterException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean away;

    ClusterException(Throwable cause) {
        super(KafkaTrouble.of(cause), cause);
        this.away = cause instanceof RetriableException;
    }

    /** Whether that is not allowed. */
    public boolean isRefused() {
        return getCause() instanceof AuthorizationException;
    }

    /** Whether it may be well later: it did not answer, rather than refuse. */
    public boolean isAway() {
        return away;
    }
}
