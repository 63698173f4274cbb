package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.notices.Alerts;
import dev.streamgauge.connectors.alerting.notices.ReceiverFailed;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import dev.streamgauge.operators.KafkaTrouble;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a receiver refuses, and tells the others of it. That a receiver refuses to hear of another one raises no alert: it would go on for ever. */
final class Complaints {

    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);

    private final String receiver;
    private final Letters letters;
    private final InstantSource clock;
    private final ReceiverFailed failed;

    Complaints(String receiver, Letters letters, InstantSource clock) {
        this.receiver = receiver;
        this.letters = letters;
        this.clock = clock;
        this.failed = new ReceiverFailed(receiver);
    }

    /** Notes what the topic says of this receiver. */
    void learn(Alert alert) {
        if (Alerts.isAbout(alert, receiver)) {
            failed.learn(alert);
        }
    }

    /** Keeps a record, and nothing else. */
    void keep(ConsumerRecord<byte[], byte[]> record, Refused why) {
        letters.refuse(record, receiver, why);
    }

    /**
     * Keeps an alert that was refused, and raises one: with the first refusal, for each further one would be a message to somebody. A heartbeat is not kept: there is
     * another every minute, and later nobody has any use for it.
     */
    void refuse(ConsumerRecord<byte[], byte[]> record, Alert alert, Refused why) {
        if (!Alerts.isHeartbeat(alert)) {
            keep(record, why);
        }
        if (!Alerts.isAboutReceiver(alert) && !failed.fires()) {
            publish(failed.refused(why.why(), clock.instant()));
        }
    }

    /** The receiver has taken something: if it had failed, it has recovered. */
    void accepted() {
        if (failed.fires()) {
            publish(failed.accepted(clock.instant()));
        }
    }

    // Not to be able to say so must not keep alerts from being told.
    private void publish(Alert alert) {
        try {
            letters.publish(alert);
            failed.learn(alert);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("That the receiver {} {} cannot be published: {}", receiver, alert.getState(), KafkaTrouble.of(e));
        }
    }
}
