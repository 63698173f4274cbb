package dev.streamgauge.checks.alerting;

import dev.streamgauge.connectors.alerting.testkit.Eventually;
import dev.streamgauge.standalone.Main;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./streamgauge serve --role alerting} in a process of its own, to be stopped and killed. What it says goes to a file. */
final class SinkProcess implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("metrics at (http://\\S+)");
    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final Path log;

    private SinkProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it, and does not wait. */
    static SinkProcess start(Path config, Path log) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--config",
                        config.toString(),
                        "--role",
                        "alerting"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new SinkProcess(process, log);
    }

    /** Waits until every receiver's part of the topic has been read. */
    void awaitReady() {
        Eventually.eventually(START, "the sink is ready", () -> ask("/readyz").startsWith("200"));
    }

    /** How often a receiver has not taken what it was told, as the sink counts it. */
    long later(String receiver) {
        Matcher count = Pattern.compile("outcome=\"later\",receiver=\"%s\"} (\\d+)".formatted(receiver))
                .matcher(ask("/metrics"));
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }

    private String ask(String path) {
        Matcher listening = LISTENING.matcher(says());
        if (!listening.find()) {
            return "";
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(listening.group(1) + path))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that it has said so far. */
    String says() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does; does not wait. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits until it is gone. */
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The sink goes on living: pid " + process.pid());
        }
    }

    /** As Kubernetes stops it. */
    void terminate() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
