package dev.streamgauge.standalone.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.schemas.wire.EventEncoder;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.StandaloneException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes events, keyed by their repository, and refused input to the dead letters. */
public final class EventWriter implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String prefix;
    private final EventEncoder encoder;
    private final String advice;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** Writes to the platform in this process. */
    EventWriter(Map<String, Object> clientConfig, String prefix) {
        this(clientConfig, prefix, "Is the disk of the data directory full?");
    }

    /**
     * Writes to any cluster.
     *
     * @param clientConfig for Kafka's producer and our serdes
     * @param prefix of the topics' names
     * @param advice what to look at if the broker accepts nothing
     */
    public EventWriter(Map<String, Object> clientConfig, String prefix, String advice) {
        this.advice = advice;
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        // A line of the greatest length has its repository in the key as well, and an envelope.
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * EventJson.LONGEST_LINE);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.prefix = prefix;
        this.encoder = new EventEncoder(Wire.from(clientConfig), prefix);
    }

    /**
     * Publishes an event.
     *
     * @param origin where it came from, for people; null: nothing to say
     * @throws StandaloneException if an earlier event could not be published
     */
    public void write(SpecificRecord event, String origin) {
        ProducerRecord<byte[], byte[]> message = encoder.encode(event);
        if (origin != null) {
            message.headers().add(DeadLetterHeaders.ORIGIN, origin.getBytes(UTF_8));
        }
        send(message);
    }

    /**
     * Publishes refused input.
     *
     * @param value the bytes as they came, or their beginning
     * @param headers why, by the names of {@link DeadLetterHeaders}
     */
    public void refuse(byte[] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(Topics.DEAD_LETTERS.name(prefix), null, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        send(message);
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // the callback learns of failures, the next call and flush() tell them
    private void send(ProducerRecord<byte[], byte[]> message) {
        requireNoFailure();
        producer.send(message, (metadata, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        });
    }

    /** Waits until all that was written is acknowledged. */
    public void flush() {
        try {
            producer.flush();
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
        requireNoFailure();
    }

    private void requireNoFailure() {
        Exception cause = failure.get();
        if (cause != null) {
            throw new StandaloneException(
                    "The broker does not accept events: %s. %s".formatted(cause.getMessage(), advice), cause);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
