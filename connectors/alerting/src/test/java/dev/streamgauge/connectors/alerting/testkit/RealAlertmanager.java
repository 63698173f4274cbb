package dev.streamgauge.connectors.alerting.testkit;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A real Alertmanager in a process of its own, as Debian has it. */
public final class RealAlertmanager implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final int clusterPort;

    private RealAlertmanager(Process process, int port, int clusterPort) {
        this.process = process;
        this.port = port;
        this.clusterPort = clusterPort;
    }

    /** The binary; where there is none the test is skipped; .ci/run installs it, and sees to it that it was not. */
    public static Path installed() {
        List<Path> found = Stream.of("/usr/bin/prometheus-alertmanager", "/usr/local/bin/alertmanager")
                .map(Path::of)
                .filter(Files::isExecutable)
                .toList();
        String what = "prometheus-alertmanager is not installed: apt-get install prometheus-alertmanager";
        assumeThat(found).as(what).isNotEmpty();
        return found.get(0);
    }

    /**
     * Starts it, and returns when it answers.
     *
     * @param directory for its file of settings and its data
     * @param peers members of its cluster that run already
     */
    public static RealAlertmanager start(Path directory, String configuration, RealAlertmanager... peers)
            throws IOException {
        int port = freePort();
        int clusterPort = freePort();
        Path config = Files.writeString(directory.resolve("alertmanager-" + port + ".yml"), configuration);
        List<String> command = new ArrayList<>(List.of(
                installed().toString(),
                "--config.file=" + config,
                "--storage.path=" + directory.resolve("data-" + port),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=127.0.0.1:" + clusterPort,
                "--cluster.advertise-address=127.0.0.1:" + clusterPort,
                "--cluster.peer-timeout=2s",
                "--cluster.gossip-interval=50ms",
                "--cluster.settle-timeout=1s"));
        for (RealAlertmanager peer : peers) {
            command.add("--cluster.peer=127.0.0.1:" + peer.clusterPort);
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log-" + port).toFile())
                .start();
        RealAlertmanager started = new RealAlertmanager(process, port, clusterPort);
        Eventually.eventually(Duration.ofSeconds(30), "Alertmanager is ready", started::isReady);
        return started;
    }

    // Another process could take it before Alertmanager does; then the start fails, and says so.
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    private boolean isReady() {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The labels of what is active, as one text each: {@code alertname/severity}. */
    public List<String> active() {
        return active("");
    }

    /** The same, of those that have a label with this value. */
    public List<String> active(String label, String value) {
        return active(filter(label, value));
    }

    /** When the first of these ends by itself unless it is told of again. */
    public Instant endsBy(String label, String value) {
        return alerts(filter(label, value)).stream()
                .map(alert -> OffsetDateTime.parse(alert.get("endsAt").asText()).toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String filter(String label, String value) {
        return "&filter=" + URLEncoder.encode("%s=\"%s\"".formatted(label, value), StandardCharsets.UTF_8);
    }

    private List<String> active(String filter) {
        return alerts(filter).stream()
                .map(alert -> alert.get("labels"))
                .map(labels -> labels.get("alertname").asText() + "/"
                        + labels.get("severity").asText())
                .toList();
    }

    private List<JsonNode> alerts(String filter) {
        try {
            List<JsonNode> alerts = new ArrayList<>();
            MAPPER.readTree(get("/api/v2/alerts?active=true" + filter).body()).forEach(alerts::add);
            return alerts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private java.net.http.HttpResponse<String> get(String path) throws IOException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(url() + path)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
