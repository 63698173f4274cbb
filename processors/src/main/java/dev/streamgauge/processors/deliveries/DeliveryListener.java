package dev.streamgauge.processors.deliveries;

/** Told of each revision of a delivery; before is null for a new one, after for one that is gone. */
@FunctionalInterface
public interface DeliveryListener {
    void revised(Delivery before, Delivery after);
}
