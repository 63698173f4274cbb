package dev.streamgauge.checks.performance;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes encoded messages at a fixed rate, whatever becomes of them. One that is late hurries until it is in time again. */
final class Pace implements AutoCloseable {

    private static final long REST_NS = TimeUnit.MICROSECONDS.toNanos(200);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Iterator<ProducerRecord<byte[], byte[]>> messages;
    private final Loop loop = new Loop("pace", this::publish);
    private final long everyNs;
    private long due;
    private long sent;

    Pace(Field field, Iterator<ProducerRecord<byte[], byte[]>> messages, long everyNs) {
        Map<String, Object> config = new HashMap<>(field.clients());
        config.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.messages = messages;
        this.everyNs = everyNs;
    }

    /** From now on; the first probe is the first message. */
    void begin(Probes probes) {
        due = System.nanoTime();
        probes.begin(due);
        loop.begin();
    }

    /** All that is due by now. */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // A message that is lost would be missed by who waits for the probes, and by
    // the oracle's results.
    private boolean publish() {
        long now = System.nanoTime();
        for (; due <= now && messages.hasNext(); due += everyNs) {
            producer.send(messages.next());
            sent++;
        }
        LockSupport.parkNanos(REST_NS);
        return messages.hasNext();
    }

    /** Throws if it has nothing left to send. */
    void requireBusy() {
        if (loop.isOver()) {
            throw new IllegalStateException("There were too few events for so long");
        }
    }

    /** Sends no more; how many it has sent, all of which are there now. */
    long end() {
        close();
        return sent;
    }

    @Override
    public void close() {
        loop.close();
        producer.close();
    }
}
