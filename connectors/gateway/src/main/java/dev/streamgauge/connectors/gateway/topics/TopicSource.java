package dev.streamgauge.connectors.gateway.topics;

import dev.streamgauge.connectors.gateway.config.TopicConfig;
import dev.streamgauge.operators.KafkaTrouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that reads one topic. At any moment between two batches the consumer's positions are right behind what is done: what was not
 * acknowledged was gone back to. So to commit is to commit the positions, and to die is to read a little again.
 */
final class TopicSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicSource.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    private final String name;
    private final TopicConfig config;
    private final Map<String, Object> clientConfig;
    private final Batch batch;
    private final Beginning beginning;
    private final Pause pause = new Pause();
    private final Thread thread;
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile String state = TopicStatus.BEGINS;
    private String told;

    /** @throws org.apache.kafka.common.KafkaException if the client refuses its configuration */
    TopicSource(TopicConfig config, Map<String, Object> clientConfig, Desk desk) {
        this.name = desk.source().name();
        this.config = config;
        this.clientConfig = clientConfig;
        this.batch = new Batch(desk);
        this.beginning = new Beginning(config.topic(), config.from());
        this.consumer = connect();
        this.thread = new Thread(this::run, "gateway-topic-" + name);
    }

    void start() {
        thread.start();
    }

    TopicStatus status() {
        return new TopicStatus(name, config.topic(), state);
    }

    private Consumer<byte[], byte[]> connect() {
        return new KafkaConsumer<>(clientConfig, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    // Whatever happens, it goes on: a client that has failed is replaced by a new one, which begins where the last
    // commit was.
    private void run() {
        while (!pause.isStopped()) {
            try {
                consumer = consumer == null ? connect() : consumer;
                consumer.subscribe(List.of(config.topic()));
                read();
            } catch (WakeupException e) {
                commitAtLast();
            } catch (RuntimeException | Error e) {
                tell(e);
                pause.rest();
            } finally {
                disconnect();
            }
        }
    }

    private void read() {
        while (!pause.isStopped()) {
            ConsumerRecords<byte[], byte[]> messages = beginning.poll(consumer, POLL);
            state = TopicStatus.reads(consumer.assignment().size());
            if (!messages.isEmpty()) {
                take(messages);
            }
        }
        commitAtLast();
    }

    private void take(ConsumerRecords<byte[], byte[]> messages) {
        Batch.Outcome outcome = batch.take(messages);
        outcome.again().forEach(consumer::seek);
        if (outcome.done() > 0) {
            pause.reset();
            told = null;
            commit();
        }
        if (!outcome.again().isEmpty()) {
            pause.rest();
        }
    }

    private void commit() {
        try {
            consumer.commitSync();
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.debug("The partitions of {} are being dealt again, who gets them reads a little again", config.topic());
        }
    }

    private void commitAtLast() {
        try {
            consumer.commitSync(LAST_WORD);
        } catch (RuntimeException e) {
            LOG.info("The last commit for {} failed, a little is read again: {}", name, e.getMessage());
        }
    }

    private void disconnect() {
        try {
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(LAST_WORD));
            }
        } catch (RuntimeException e) {
            LOG.debug("The consumer of {} did not close well: {}", name, e.getMessage());
        } finally {
            consumer = null;
        }
    }

    private void tell(Throwable trouble) {
        state = TopicStatus.inTrouble(trouble);
        String message = KafkaTrouble.orKind(trouble);
        if (!message.equals(told)) {
            told = message;
            LOG.warn(
                    "The topic {} of the source {} cannot be read now, it is tried again: {}",
                    config.topic(),
                    name,
                    message);
        }
    }

    /** Takes nothing more; {@link #await} waits for what has begun. */
    void stop() {
        pause.stop();
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    /** Waits until what has begun is done and committed. */
    void await(Duration longest) {
        try {
            thread.join(Math.max(1, longest.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        if (thread.getState() == Thread.State.NEW) {
            disconnect();
        }
    }
}
