package dev.streamgauge.connectors.gateway.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.gateway.intake.Message;
import dev.streamgauge.connectors.gateway.intake.Parcel;
import dev.streamgauge.connectors.gateway.intake.Parcel.Part;
import dev.streamgauge.connectors.gateway.intake.Publisher;
import dev.streamgauge.connectors.gateway.intake.UnpublishableException;
import dev.streamgauge.connectors.gateway.kafka.Publication.Outgoing;
import dev.streamgauge.operators.KafkaTrouble;
import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.EventEncoder;
import dev.streamgauge.schemas.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes to Kafka. An idempotent producer, all replicas. When the time is up, a message may still be on its way: it may arrive although its sender was
 * told to come again, which does no harm, because the same delivery gives the same events.
 */
public final class KafkaPublisher implements Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaPublisher.class);
    private static final int FAILURES_IN_A_ROW = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String prefix;
    private final EventEncoder encoder;
    private final Duration answer;
    private final Breaker breaker = new Breaker(FAILURES_IN_A_ROW, PAUSE, System::nanoTime);
    private final Preparation preparation;
    private volatile String trouble = "";

    /**
     * Connects in the background; it need not be possible yet.
     *
     * @param clientConfig for Kafka's clients and our serdes
     * @param prefix of the topics' names
     * @param answer within which every attempt is over
     */
    public KafkaPublisher(Map<String, Object> clientConfig, String prefix, Duration answer) {
        this.prefix = prefix;
        this.answer = answer;
        this.encoder = new EventEncoder(Wire.from(ProducerSettings.registry(clientConfig, answer)), prefix);
        this.producer = new KafkaProducer<>(
                ProducerSettings.of(clientConfig, answer), new ByteArraySerializer(), new ByteArraySerializer());
        this.preparation = new Preparation(this::prepare);
    }

    // The topics' partitions and the schemas' ids are asked for before the first delivery, so that none waits for them.
    private void prepare() {
        encoder.prepare();
        Topics.events().forEach(topic -> producer.partitionsFor(topic.name(prefix)));
        producer.partitionsFor(Topics.RAW_EVENTS.name(prefix));
        producer.partitionsFor(Topics.DEAD_LETTERS.name(prefix));
    }

    @Override
    public Optional<String> waiting() {
        return preparation.isDone() && !breaker.isOpen()
                ? Optional.empty()
                : Optional.of("Kafka or the registry is away, or refuses us: "
                        + (preparation.isDone() ? trouble : preparation.trouble()));
    }

    @Override
    public CompletableFuture<Void> publish(Parcel parcel) {
        if (!preparation.isDone() || !breaker.pass(answer)) {
            return CompletableFuture.failedFuture(new UnavailableException());
        }
        try {
            return Publication.of(producer, messages(parcel)).whenComplete((done, failure) -> report(failure));
        } catch (UnpublishableException e) {
            return CompletableFuture.failedFuture(e);
        } catch (KafkaException e) {
            report(e);
            return CompletableFuture.failedFuture(e);
        }
    }

    private void report(Throwable failure) {
        if (failure == null || failure instanceof UnpublishableException) {
            breaker.succeeded();
            return;
        }
        boolean was = breaker.isOpen();
        trouble = KafkaTrouble.of(failure);
        breaker.failed();
        if (!was && breaker.isOpen()) {
            LOG.warn("The broker does not acknowledge, senders are told to come again: {}", trouble);
        }
    }

    private List<Outgoing> messages(Parcel parcel) throws UnpublishableException {
        List<Outgoing> messages = new ArrayList<>();
        for (SpecificRecord event : parcel.events()) {
            messages.add(new Outgoing(Part.EVENT, encoded(event)));
        }
        if (parcel.raw() != null) {
            messages.add(new Outgoing(Part.RAW, message(Topics.RAW_EVENTS, parcel.raw())));
        }
        if (parcel.letter() != null) {
            messages.add(new Outgoing(Part.LETTER, message(Topics.DEAD_LETTERS, parcel.letter())));
        }
        return messages;
    }

    private ProducerRecord<byte[], byte[]> encoded(SpecificRecord event) throws UnpublishableException {
        try {
            return encoder.encode(event);
        } catch (SerializationException e) {
            throw new UnpublishableException(
                    Part.EVENT,
                    Refusal.BAD_VALUE,
                    "A %s does not fit its schema".formatted(event.getSchema().getName()));
        }
    }

    private ProducerRecord<byte[], byte[]> message(Topic<byte[], byte[]> topic, Message content) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(topic.name(prefix), content.key(), content.value());
        content.headers().forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        return message;
    }

    @Override
    public void close() {
        preparation.close();
        producer.close(answer);
    }
}
