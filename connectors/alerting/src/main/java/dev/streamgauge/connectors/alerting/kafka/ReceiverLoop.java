package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** The thread of one receiver. Whatever happens, it goes on: a client that has failed is replaced by a new one, which begins where the last commit was. */
final class ReceiverLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiverLoop.class);
    private static final Duration LAST_WORD = Duration.ofSeconds(2);
    private static final long REST_MS = 1_000;

    private final String name;
    private final String topic;
    private final Map<String, Object> clientConfig;
    private final Function<Consumer<byte[], byte[]>, Turns> turns;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile boolean ready;
    private String told = "";

    /**
     * Connects, and reads nothing yet.
     *
     * @param turns what to do with a consumer
     * @throws org.apache.kafka.common.KafkaException if the client refuses its configuration
     */
    ReceiverLoop(
            String name,
            String prefix,
            Map<String, Object> clientConfig,
            Function<Consumer<byte[], byte[]>, Turns> turns) {
        this.name = name;
        this.topic = Topics.ALERTS.name(prefix);
        this.clientConfig = Clients.consumer(clientConfig, prefix + "alerting-" + name);
        this.turns = turns;
        this.consumer = connect();
        this.thread = new Thread(this::run, "alerting-" + name);
    }

    private Consumer<byte[], byte[]> connect() {
        return new KafkaConsumer<>(clientConfig, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void start() {
        thread.start();
    }

    /** Whether it knows what fires, and can be told what happens. */
    boolean isReady() {
        return ready;
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try {
                consumer = consumer == null ? connect() : consumer;
                read(turns.apply(consumer));
            } catch (WakeupException | InterruptException | InterruptedException e) {
                LOG.debug("The receiver {} stops", name);
            } catch (RuntimeException | Error e) {
                tell(e);
                rest();
            } finally {
                ready = false;
                disconnect();
            }
        }
    }

    private void read(Turns each) throws InterruptedException {
        consumer.subscribe(List.of(topic), each.shelves());
        while (stopping.getCount() > 0) {
            each.turn();
            ready = each.shelves().areOpen();
            told = ready ? "" : told;
        }
    }

    private void tell(Throwable trouble) {
        String message = trouble.getClass().getSimpleName() + ": " + trouble.getMessage();
        if (!message.equals(told)) {
            told = message;
            LOG.warn("Alerts for the receiver {} cannot be read now, it is tried again: {}", name, message);
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
            LOG.debug("The consumer of {} did not close well: {}", name, e.getMessage());
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
