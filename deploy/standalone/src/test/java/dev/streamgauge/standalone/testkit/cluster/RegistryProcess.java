package dev.streamgauge.standalone.testkit.cluster;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;

import dev.streamgauge.standalone.registry.Level;
import dev.streamgauge.standalone.registry.RegistryConfig;
import dev.streamgauge.standalone.registry.RegistryServer;
import dev.streamgauge.standalone.testkit.OwnJvm;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The schema registry in a process of its own, always at the same address. */
public final class RegistryProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(1);

    private final OwnProcess process;
    private final int port;

    private RegistryProcess(OwnProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it, and returns when it answers. */
    public static RegistryProcess start(Path directory) {
        int port = FreePorts.of(1).get(0);
        ProcessBuilder builder = OwnJvm.of(RegistryProcess.class)
                .heap("128m")
                .flags("-Dlogback.configurationFile=logback.xml")
                .with(directory.resolve("schemas.ndjson").toString(), Integer.toString(port));
        RegistryProcess registry =
                new RegistryProcess(new OwnProcess(builder, directory.resolve("registry-log.txt")), port);
        registry.process().start();
        registry.awaitAnswer();
        return registry;
    }

    /** To kill, pause and start again. */
    public OwnProcess process() {
        return process;
    }

    /** Waits until it answers. */
    public void awaitAnswer() {
        eventually(START, "the registry answers", this::answers);
    }

    private boolean answers() {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) URI.create(url() + "/subjects").toURL().openConnection();
            return call.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.close();
    }

    // Its file, its port.
    public static void main(String[] arguments) throws InterruptedException {
        RegistryConfig config =
                new RegistryConfig(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Level.FULL_TRANSITIVE);
        try (RegistryServer server = RegistryServer.start(config)) {
            while (!server.url().isEmpty()) {
                new CountDownLatch(1).await();
            }
        }
    }
}
