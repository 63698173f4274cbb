package dev.streamgauge.checks.connect;

import dev.streamgauge.connectors.alerting.testkit.Eventually;
import dev.streamgauge.standalone.Platform;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.cli.ConnectStandalone;

/** {@code connect-standalone} as a process of its own, on whose class path is nothing of ours: it has the plugin from its zip or not at all. */
public final class WorkerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final Rest rest;

    private WorkerProcess(Process process, Rest rest) {
        this.process = process;
        this.rest = rest;
    }

    /** Starts it with the sink of alerts, and returns when it answers. */
    static WorkerProcess start(Platform platform, Path directory) throws IOException {
        Path plugins = Files.createDirectories(directory.resolve("plugins"));
        PluginZip.ALERTING.into(plugins);
        return start(Map.of("bootstrap.servers", platform.bootstrapServers()), directory);
    }

    /**
     * Starts it, and returns when it answers.
     *
     * @param settings how it reaches Kafka
     * @param directory with the {@code plugins}
     */
    public static WorkerProcess start(Map<String, String> settings, Path directory) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + freePort());
        String more = settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                .collect(Collectors.joining());
        Path config = Files.writeString(
                directory.resolve("worker.properties"),
                more + """
                plugin.path=%s
                plugin.discovery=service_load
                listeners=%s
                offset.storage.file.filename=%s
                offset.flush.interval.ms=200
                key.converter=org.apache.kafka.connect.converters.ByteArrayConverter
                value.converter=org.apache.kafka.connect.converters.ByteArrayConverter
                """.formatted(directory.resolve("plugins"), address, directory.resolve("offsets")));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPathOfAWorker(),
                        ConnectStandalone.class.getName(),
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("worker.log").toFile())
                .start();
        WorkerProcess worker = new WorkerProcess(process, new Rest(address));
        Eventually.eventually(START, "the worker answers", worker::answers);
        return worker;
    }

    private static String classPathOfAWorker() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("streamgauge-"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try {
            return process.isAlive() && rest.get("/connectors").isArray();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has it run a connector with these settings from now on. */
    public void run(String connector, Map<String, String> config) throws IOException, InterruptedException {
        rest.put("/connectors/" + connector + "/config", config);
    }

    Rest rest() {
        return rest;
    }

    /** The states of a connector's tasks. */
    public List<String> tasks(String connector) {
        try {
            return rest.get("/connectors/" + connector + "/status")
                    .path("tasks")
                    .findValuesAsText("state");
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
