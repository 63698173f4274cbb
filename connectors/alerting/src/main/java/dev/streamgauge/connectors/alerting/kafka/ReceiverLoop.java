package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.operators.KafkaTrouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one receiver, or of the upkeep. Whatever happens, it goes on: a client that has failed is replaced by a new one, which begins where the last commit was. */
final class ReceiverLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiverLoop.class);
    private static final Duration LAST_WORD = Duration.ofSeconds(2);
    private static final long REST_MS = 1_000;

    private final Feed feed;
    private final Map<String, Object> clientConfig;
    private final Function<Consumer<byte[], byte[]>, Reader> readers;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile Optional<String> waiting = Optional.of(Reader.NOT_YET);
    private String told = "";

    /**
     * Connects, and reads nothing yet.
     *
     * @param readers what to do with a consumer
     * @throws org.apache.kafka.common.KafkaException if the client refuses its configuration
     */
    ReceiverLoop(Feed feed, Map<String, Object> clientConfig, Function<Consumer<byte[], byte[]>, Reader> readers) {
        this.feed = feed;
        this.clientConfig = Clients.consumer(clientConfig, feed.group());
        this.readers = readers;
        this.consumer = connect();
        this.thread = new Thread(this::run, feed.thread());
    }

    private Consumer<byte[], byte[]> connect() {
        return new KafkaConsumer<>(clientConfig, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void start() {
        thread.start();
    }

    /** Why what happens cannot be told yet; empty: it can. */
    Optional<String> waiting() {
        return waiting;
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try {
                consumer = consumer == null ? connect() : consumer;
                read(readers.apply(consumer));
            } catch (WakeupException | InterruptException | InterruptedException e) {
                LOG.debug("{} are no longer read", feed.what());
            } catch (RuntimeException | Error e) {
                tell(e);
                rest();
            } finally {
                disconnect();
            }
        }
    }

    private void read(Reader each) throws InterruptedException {
        consumer.subscribe(List.of(feed.topic()), each.places());
        Existence topic = new Existence(consumer, feed.topic());
        while (stopping.getCount() > 0) {
            each.turn();
            waiting = topic.missing().or(each::waiting);
            told = waiting.isEmpty() ? "" : told;
        }
    }

    private void tell(Throwable trouble) {
        String message = KafkaTrouble.orKind(trouble);
        waiting = Optional.of("%s cannot be read now: %s".formatted(feed.what(), message));
        if (!message.equals(told)) {
            told = message;
            LOG.warn("{} cannot be read now, it is tried again: {}", feed.what(), message);
        }
    }

    private void rest() {
        try {
            var unused = stopping.await(REST_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    private void disconnect() {
        try {
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(LAST_WORD));
            }
        } catch (RuntimeException e) {
            LOG.debug("The consumer of {} did not close well: {}", feed.group(), e.getMessage());
        } finally {
            consumer = null;
        }
    }

    /** Takes nothing more; {@link #await} waits for what has begun. */
    @Override
    public void close() {
        stopping.countDown();
        Consumer<byte[], byte[]> current = consumer;
        if (current != null && thread.getState() == Thread.State.NEW) {
            disconnect();
        } else if (current != null) {
            current.wakeup();
        }
    }

    /** Waits until what has begun is told and committed; after that long it is given up, and told again at the next start. */
    void await(Duration longest) {
        try {
            thread.join(Math.max(1, longest.toMillis()));
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
