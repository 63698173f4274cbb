package dev.streamgauge.checks.performance;

import dev.streamgauge.schemas.wire.EventEncoder;
import dev.streamgauge.schemas.wire.Wire;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes encoded messages at a fixed rate, whatever becomes of them, and fifty probes a second among them. One that is late hurries until it is in time again. */
final class Pace implements AutoCloseable {

    private static final long PROBE_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long REST_NS = TimeUnit.MICROSECONDS.toNanos(200);

    private final KafkaProducer<byte[], byte[]> producer;
    private final EventEncoder encoder;
    private final Probes probes;
    private final Iterator<ProducerRecord<byte[], byte[]>> messages;
    private final Loop loop = new Loop("pace", this::publish);
    private final long everyNs;
    private long due;
    private long probeDue;

    Pace(Field field, Probes probes, Iterator<ProducerRecord<byte[], byte[]>> messages, int perSecond) {
        Map<String, Object> config = new HashMap<>(field.clients());
        config.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.encoder = new EventEncoder(Wire.from(field.clients()), Field.PREFIX);
        this.probes = probes;
        this.messages = messages;
        this.everyNs = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    void begin() {
        due = System.nanoTime();
        probeDue = due;
        loop.begin();
    }

    /** All that is due by now. */
    @SuppressWarnings("FutureReturnValueIgnored") // A message that is lost would be missed by who waits for the probes.
    private boolean publish() {
        long now = System.nanoTime();
        for (; due <= now && messages.hasNext(); due += everyNs) {
            producer.send(messages.next());
        }
        for (; probeDue <= now; probeDue += PROBE_EVERY_NS) {
            producer.send(encoder.encode(probes.next(probeDue)));
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

    @Override
    public void close() {
        loop.close();
        producer.close();
    }
}
