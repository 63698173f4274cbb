package dev.streamgauge.connectors.alerting.kafka;

import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;

/** What a receiver's thread does again and again with its consumer. */
interface Reader {

    /** Reads for a moment, and tells. While it rests it stays a member of its group. */
    void turn() throws InterruptedException;

    /** Says for each partition where to begin. */
    ConsumerRebalanceListener places();

    /** Whether all is known that must be before telling begins. */
    boolean isReady();
}
