package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.connectors.alerting.notices.SelfAlerts;
import dev.streamgauge.operators.KafkaTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the alerts about receivers that nobody tells any more, and forgets those that have long been over. In a group of its own: one instance does it for each
 * partition, and no receiver holds it up.
 */
final class Upkeep implements Reader {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Parts parts;
    private final UpkeepPlaces places;
    private Instant next = Instant.MIN;
    private String complaint = "";

    /**
     * What the thread works with, whichever consumer it has.
     *
     * @param configured the receivers of this sink
     */
    record Parts(Reading reading, Letters letters, Set<String> configured, Served served, InstantSource clock) {}

    /** Knows whether other sinks tell receivers that are not configured here. */
    interface Served {

        /**
         * Those of the receivers that somebody tells of alerts just now.
         *
         * @throws KafkaException if that cannot be known
         */
        Set<String> of(Set<String> receivers);
    }

    Upkeep(Consumer<byte[], byte[]> consumer, Parts parts) {
        this.consumer = consumer;
        this.parts = parts;
        this.places = new UpkeepPlaces(consumer, () -> next = Instant.MIN);
    }

    @Override
    public ConsumerRebalanceListener places() {
        return places;
    }

    @Override
    public Optional<String> waiting() {
        return Optional.empty();
    }

    @Override
    public void turn() {
        consumer.poll(POLL).forEach(this::learn);
        Instant now = parts.clock().instant();
        if (!now.isBefore(next) && places.areKnown()) {
            next = now.plus(EVERY);
            look(now);
        }
    }

    private void learn(ConsumerRecord<byte[], byte[]> record) {
        SelfAlerts known = places.of(record);
        if (record.value() == null) {
            parts.reading().fingerprint(record).ifPresent(known::remove);
        } else {
            parts.reading().readable(record).ifPresent(known::put);
        }
    }

    // What does not succeed now is tried again with the next look.
    private void look(Instant now) {
        try {
            for (SelfAlerts known : places.known()) {
                keep(known, now);
            }
            complaint = "";
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            complain(
                    "Alerts about receivers that are no longer in the settings cannot be ended now, it is tried again: "
                            + KafkaTrouble.of(e));
        }
    }

    private void keep(SelfAlerts known, Instant now) {
        Set<String> others = new HashSet<>(known.failing());
        others.removeAll(parts.configured());
        Set<String> served = others.isEmpty() ? Set.of() : parts.served().of(others);
        known.ends(receiver -> !others.contains(receiver) || served.contains(receiver), now)
                .forEach(end -> {
                    parts.letters().publish(end);
                    known.put(end);
                });
        known.forgotten(now).forEach(fingerprint -> {
            parts.letters().forget(fingerprint);
            known.remove(fingerprint);
        });
    }

    private void complain(String why) {
        if (!why.equals(complaint)) {
            LOG.warn("{}", why);
            complaint = why;
        }
    }
}
