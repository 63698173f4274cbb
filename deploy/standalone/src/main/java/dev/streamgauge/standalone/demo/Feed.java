package dev.streamgauge.standalone.demo;

import dev.streamgauge.generator.Emission;
import dev.streamgauge.generator.Organisation;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.CleanStop;
import dev.streamgauge.standalone.pipeline.EventWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Plays the simulated events at an accelerated clock, and records them for the oracle. */
public final class Feed {

    private final Organisation organisation;
    private final Instant start;
    private final double speed;
    private final Path recording;
    private final AtomicReference<Instant> now;
    private final AtomicLong events = new AtomicLong();

    /**
     * @param start the simulated moment at which it begins
     * @param speed simulated seconds per second
     */
    public Feed(Organisation organisation, Instant start, double speed, Path recording) {
        this.organisation = organisation;
        this.start = start;
        this.speed = speed;
        this.recording = recording;
        this.now = new AtomicReference<>(start);
    }

    /** The simulated time. */
    public Instant now() {
        return now.get();
    }

    /** How many events have arrived. */
    public long events() {
        return events.get();
    }

    /** Plays until the simulation ends, or the process is stopped. */
    public void play(EventWriter writer) {
        long began = System.nanoTime();
        try (BufferedWriter lines = Files.newBufferedWriter(recording)) {
            for (Emission emission : organisation) {
                waitUntil(began, emission.at());
                if (CleanStop.isInterrupted()) {
                    return;
                }
                now.set(emission.at());
                writer.write(emission.event(), null);
                lines.write(EventJson.write(emission.event()));
                lines.newLine();
                events.incrementAndGet();
            }
        } catch (IOException e) {
            throw new StandaloneException("Cannot write %s: %s".formatted(recording, e.getMessage()), e);
        }
    }

    private void waitUntil(long began, Instant at) {
        long due = began + (long) (Duration.between(start, at).toNanos() / speed);
        long left = due - System.nanoTime();
        if (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StandaloneException("Interrupted", e);
            }
        }
    }
}
