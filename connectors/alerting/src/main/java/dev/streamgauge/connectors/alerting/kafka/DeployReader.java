package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.connectors.alerting.delivery.Backoff;
import dev.streamgauge.connectors.alerting.delivery.DeployTeller;
import dev.streamgauge.connectors.alerting.kafka.DeployPlaces.Place;
import dev.streamgauge.connectors.alerting.receivers.Outcome;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.schemas.wire.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Tells a receiver of deploys. What it has accepted is committed after each call. */
final class DeployReader implements Reader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final DeployPlaces places;
    private final Parts parts;
    private final Commits commits;
    private long resumeAt = System.nanoTime();

    /** What the thread works with, whichever consumer it has. */
    record Parts(DeployTeller teller, Backoff backoff, Deserializer<Deploy> deploys, Letters letters) {}

    DeployReader(Consumer<byte[], byte[]> consumer, DeployPlaces places, Parts parts) {
        this.consumer = consumer;
        this.places = places;
        this.parts = parts;
        this.commits = new Commits(consumer);
    }

    @Override
    public ConsumerRebalanceListener places() {
        return places;
    }

    @Override
    public Optional<String> waiting() {
        return places.areKnown() ? Optional.empty() : Optional.of(NOT_YET);
    }

    private boolean rests() {
        return System.nanoTime() - resumeAt < 0;
    }

    @Override
    public void turn() throws InterruptedException {
        if (rests()) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> some = records.records(partition);
            int done = rests() ? 0 : take(partition, some);
            if (done < some.size()) {
                consumer.seek(partition, some.get(done).offset());
            }
        }
    }

    /** How many it has taken, from the first on. */
    private int take(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        Place place = places.get(partition);
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<byte[], byte[]> record = records.get(i);
            Optional<Deploy> deploy = deploy(record, place);
            if (deploy.isPresent() && !take(deploy.get(), record, place)) {
                return i;
            }
        }
        long end = records.get(records.size() - 1).offset() + 1;
        if (end > place.begin()) {
            commits.commit(Map.of(partition, end));
        }
        return records.size();
    }

    /** Tells of it, if that is due; false if the receiver does not take it now. */
    private boolean take(Deploy deploy, ConsumerRecord<byte[], byte[]> record, Place place)
            throws InterruptedException {
        Instant arrived = Instant.ofEpochMilli(record.timestamp());
        boolean due = record.offset() >= place.begin() && place.news().isNews(deploy, arrived);
        Outcome outcome = due ? parts.teller().tell(deploy) : Outcome.accepted();
        if (outcome instanceof Outcome.Later later) {
            resumeAt = System.nanoTime() + parts.backoff().next(later.rest()).toNanos();
            return false;
        }
        if (outcome instanceof Refused why) {
            parts.letters().refuse(record, parts.teller().name(), why);
        }
        place.news().passed(deploy, arrived);
        if (due) {
            parts.backoff().reset();
            commits.commit(Map.of(new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
        }
        return true;
    }

    private Optional<Deploy> deploy(ConsumerRecord<byte[], byte[]> record, Place place) {
        try {
            return Optional.ofNullable(parts.deploys().deserialize(record.topic(), record.value()));
        } catch (UndecodableException e) {
            if (record.offset() >= place.begin()) {
                Refused why = new Refused("undecodable", String.valueOf(e.getMessage()));
                parts.letters().refuse(record, parts.teller().name(), why);
            }
            return Optional.empty();
        }
    }
}
