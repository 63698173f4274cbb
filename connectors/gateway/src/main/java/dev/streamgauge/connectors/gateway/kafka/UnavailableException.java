package dev.streamgauge.connectors.gateway.kafka;

/** Kafka or the registry is known to be away; nothing was tried. */
final class UnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    UnavailableException() {
        super("Kafka or the registry is away", null, false, false);
    }
}
