package dev.streamgauge.connectors.providers;

import dev.streamgauge.connectors.providers.rules.DoorRules;

/** A delivery system, and how to read what it sends. */
public interface Provider {

    /** Its name in addresses, configuration, metrics and the events' {@code source}: lower case, for example {@code github}. */
    String name();

    /**
     * Reads a delivery. The same delivery and rules give the same events, but for {@code received_at}.
     *
     * @return never null; a body that cannot be read is {@link Mapped.Unmappable}, not an exception
     */
    Mapped map(Delivery delivery, DoorRules rules);

    /** What the provider calls this delivery, the same when it is sent again; null if it gives it no name. */
    default String deliveryId(Delivery delivery) {
        return null;
    }
}
