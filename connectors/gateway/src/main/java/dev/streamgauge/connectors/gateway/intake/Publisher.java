package dev.streamgauge.connectors.gateway.intake;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Brings things to the broker. Safe for many threads. */
public interface Publisher extends AutoCloseable {

    /**
     * Publishes a parcel.
     *
     * @return completed when the broker has acknowledged all of it; failed with {@link UnpublishableException} if one of its messages will never be
     *     taken, and with anything else if it may be taken later. After a failure, part of it may have been published, or may be yet: to publish it again does no harm
     */
    CompletableFuture<Void> publish(Parcel parcel);

    /** Why it is not likely to succeed now; empty: it is. */
    Optional<String> waiting();

    @Override
    void close();
}
