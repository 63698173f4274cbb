package dev.streamgauge.processors.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.admission.Admission;
import dev.streamgauge.processors.admission.Rejection;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.telemetry.Telemetry;
import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.UndecodableException;
import dev.streamgauge.schemas.wire.Wire;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Decodes events and lets in those that can do no harm; the others go to the dead letters as they came, with the reason. A registry
 * that does not answer is no reason: that exception passes, and the application tries again.
 */
final class Admit extends Node<byte[], byte[]> {

    private final Map<String, Deserializer<? extends SpecificRecord>> decoders = new HashMap<>();
    private final String catalogue;
    private final Memory memory;
    private final boolean watched;
    private final Telemetry telemetry;
    private final CommitPace pace;
    private CommitPace.Asking commits;
    private Runnable preparation = () -> {};
    private ProcessorContext<Object, Object> context;

    /** @param watched whether somebody is to hear of each record that was processed */
    Admit(Wire wire, String prefix, Memory memory, boolean watched, Telemetry telemetry, CommitPace pace) {
        this.telemetry = telemetry;
        this.pace = pace;
        this.watched = watched;
        this.catalogue = Topics.CATALOGUE.name(prefix);
        this.memory = memory;
        for (Topic<String, ? extends SpecificRecord> topic : Topics.events()) {
            decoders.put(topic.name(prefix), wire.deserializer(topic.valueClass(), false));
        }
    }

    /** Has something done before the first record; if it fails, there is none. */
    Admit after(Runnable newPreparation) {
        preparation = newPreparation;
        return this;
    }

    @Override
    void begin(ProcessorContext<Object, Object> newContext, Stint stint) {
        this.context = newContext;
        this.commits = pace.start(newContext, stint);
        preparation.run();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        telemetry.read(metadata.topic(), context.currentSystemTimeMs() - record.timestamp());
        admit(metadata.topic(), record);
        commits.processed(record.timestamp());
        if (watched) {
            tell(new Processed(metadata.topic(), metadata.offset(), record.timestamp()), record);
        }
    }

    private void admit(String topic, Record<byte[], byte[]> record) {
        SpecificRecord event;
        try {
            event = record.value() == null
                    ? absent(topic, record)
                    : decoders.get(topic).deserialize(topic, record.value());
        } catch (UndecodableException e) {
            refuse(record, new Rejection(Refusal.UNDECODABLE, e.getMessage()));
            return;
        }
        Optional<Rejection> rejection = event == null
                ? Optional.of(new Rejection(Refusal.MISSING_FIELD, "The record has no value"))
                : Admission.check(event, key(record), Instant.ofEpochMilli(record.timestamp()), memory);
        if (rejection.isPresent()) {
            refuse(record, rejection.get());
        } else {
            if (watched && event instanceof RepositoryOwned) {
                tell(event, record);
            }
            String next = event instanceof RepositoryOwned ? DeliveryTopology.AGGREGATE : DeliveryTopology.ASSEMBLE;
            context.forward(new Record<>(null, event, record.timestamp()), next);
        }
    }

    private void tell(Object news, Record<byte[], byte[]> record) {
        context.forward(new Record<>(null, news, record.timestamp()), DeliveryTopology.WATCH);
    }

    /** The end of an entry in the catalogue says that nobody in particular owns the repository from then on; other topics have no such thing. */
    private SpecificRecord absent(String topic, Record<byte[], byte[]> record) {
        if (!topic.equals(catalogue) || record.key() == null) {
            return null;
        }
        Instant arrival = Instant.ofEpochMilli(record.timestamp());
        return new RepositoryOwned("tombstone", "catalogue", key(record), arrival, arrival, null, null);
    }

    private static String key(Record<byte[], byte[]> record) {
        return record.key() == null ? null : new String(record.key(), UTF_8);
    }

    private void refuse(Record<byte[], byte[]> record, Rejection rejection) {
        telemetry.refused(rejection.refusal());
        RecordHeaders headers = new RecordHeaders(record.headers());
        context.recordMetadata().ifPresent(metadata -> {
            headers.add(DeadLetterHeaders.TOPIC, metadata.topic().getBytes(UTF_8));
            headers.add(DeadLetterHeaders.PARTITION, text(metadata.partition()));
            headers.add(DeadLetterHeaders.OFFSET, text(metadata.offset()));
        });
        headers.add(DeadLetterHeaders.REASON, rejection.refusal().code().getBytes(UTF_8));
        headers.add(DeadLetterHeaders.MESSAGE, rejection.message().getBytes(UTF_8));
        headers.add(DeadLetterHeaders.ORIGINAL_SIZE, text(record.value() == null ? 0 : record.value().length));
        context.forward(
                new Record<Object, Object>(record.key(), record.value(), record.timestamp(), headers),
                DeliveryTopology.sink(DeliveryTopology.ADMIT, Topics.DEAD_LETTERS));
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }
}
