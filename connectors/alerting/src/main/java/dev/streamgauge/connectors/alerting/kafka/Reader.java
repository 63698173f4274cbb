package dev.streamgauge.connectors.alerting.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;

/** What a receiver's thread does again and again with its consumer. */
interface Reader {

    /** It has not been read yet. */
    String NOT_YET = "what fires is not known yet";

    /** Reads for a moment, and tells. While it rests it stays a member of its group. */
    void turn() throws InterruptedException;

    /** Says for each partition where to begin. */
    ConsumerRebalanceListener places();

    /** Why telling cannot begin yet, for people; empty: it can. */
    Optional<String> waiting();
}
