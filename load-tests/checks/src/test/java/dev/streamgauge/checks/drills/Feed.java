package dev.streamgauge.checks.drills;

import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.standalone.pipeline.EventWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Somebody who publishes events at a steady pace whatever happens, some of them twice, and writes down what was published. */
final class Feed implements AutoCloseable {

    private static final int REPEATED_OF = 8;

    private final EventWriter writer;
    private final Iterator<? extends SpecificRecord> events;
    private final Path recording;
    private final Dice dice = new Dice(7);
    private final Thread thread = new Thread(this::publish, "feed");
    private volatile int perSecond;
    private volatile boolean enough;
    private final AtomicLong published = new AtomicLong();
    private volatile RuntimeException failure;

    /** @param recording where what is published is written down */
    Feed(Map<String, Object> clients, String prefix, Iterator<? extends SpecificRecord> events, Path recording) {
        Map<String, Object> patient = new HashMap<>(clients);
        patient.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) TimeUnit.MINUTES.toMillis(20));
        patient.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TimeUnit.MINUTES.toMillis(20));
        this.writer = new EventWriter(patient, prefix, "It is part of a drill.");
        this.events = events;
        this.recording = recording;
    }

    /** Begins. */
    Feed at(int eventsPerSecond) {
        perSecond = eventsPerSecond;
        thread.start();
        return this;
    }

    private void publish() {
        try (BufferedWriter lines = Files.newBufferedWriter(recording)) {
            long begun = System.nanoTime();
            while (!enough && events.hasNext()) {
                SpecificRecord event = events.next();
                lines.write(EventJson.write(event));
                lines.write('\n');
                writer.write(event, null);
                if (dice.below(REPEATED_OF) == 0) {
                    writer.write(event, null);
                }
                published.incrementAndGet();
                begun = pause(begun);
            }
            writer.flush();
        } catch (IOException e) {
            failure = new IllegalStateException(e);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** After a pause of its own it does not hurry to make up for it. */
    private long pause(long last) {
        long next = last + TimeUnit.SECONDS.toNanos(1) / perSecond;
        long now = System.nanoTime();
        if (next < now - TimeUnit.SECONDS.toNanos(1)) {
            return now;
        }
        while (System.nanoTime() < next) {
            LockSupport.parkNanos(next - System.nanoTime());
        }
        return next;
    }

    /** Goes on at another pace. */
    void pace(int eventsPerSecond) {
        perSecond = eventsPerSecond;
    }

    /** How many different events there were so far. */
    long published() {
        return published.get();
    }

    /** Publishes no more, and returns when all is acknowledged. */
    Path stop() throws InterruptedException {
        enough = true;
        return rest();
    }

    /** Publishes what is left as fast as it can, and returns when all is acknowledged. */
    Path rest() throws InterruptedException {
        perSecond = Integer.MAX_VALUE;
        thread.join(TimeUnit.MINUTES.toMillis(20));
        if (thread.isAlive()) {
            throw new IllegalStateException("The events are not acknowledged");
        }
        if (failure != null) {
            throw failure;
        }
        return recording;
    }

    @Override
    public void close() {
        enough = true;
        writer.close();
    }
}
