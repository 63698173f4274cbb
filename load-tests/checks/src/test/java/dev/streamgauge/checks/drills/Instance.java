package dev.streamgauge.checks.drills;

import dev.streamgauge.standalone.testkit.OwnJvm;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import dev.streamgauge.standalone.testkit.cluster.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Processors as users run them, in a process of their own that ends and begins again. Its state outlives it. */
final class Instance implements AutoCloseable {

    private static final Pattern DROPPED = Pattern.compile("(?m)^kafka_\\S*dropped_records_total\\{.*\\} (\\S+)$");

    private final Path config;
    private OwnJvm jvm = ServeProcess.JVM;
    private ServeProcess process;

    /** @param file with all but the directory of the state */
    Instance(ServeFile file, Path directory) throws IOException {
        Files.createDirectories(directory);
        this.config = file.in(directory.resolve("processors.properties"));
    }

    /** From the next start on in another JVM. */
    Instance in(OwnJvm other) {
        jvm = other;
        return this;
    }

    /** Where its state is. */
    Path state() {
        return config.resolveSibling("state");
    }

    /** Starts it, for the first time or again; does not wait. */
    Instance start() throws IOException {
        process = ServeProcess.launch(jvm, config, Map.of(), "--role", "processors");
        return this;
    }

    /** As {@code kill -9}; returns when it is gone. */
    void kill() throws InterruptedException {
        process.kill();
        process.awaitEnd();
    }

    void pause() {
        Signals.send("STOP", process.pid());
    }

    void resume() {
        Signals.send("CONT", process.pid());
    }

    /** The one that was started last; null: none was. */
    ServeProcess process() {
        return process;
    }

    /** How many records Kafka Streams has dropped without a word; counts anew after each start. */
    double dropped() {
        return DROPPED.matcher(process.get("/metrics"))
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
