package dev.streamgauge.standalone.testkit;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.standalone.Main;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./streamgauge serve} in a process of its own, to be stopped and killed. */
public final class ServeProcess implements AutoCloseable {

    /** In which it usually runs. */
    public static final OwnJvm JVM = OwnJvm.of(Main.class).flags("-Dlogback.configurationFile=logback.xml");

    private static final Pattern LISTENING =
            Pattern.compile("(?:at (http://[^/]+)/webhooks/.*)?metrics at (http://\\S+)");
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(60);

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Thread listener;

    private ServeProcess(Process process) {
        this.process = process;
        this.listener = new Thread(() -> process.inputReader(UTF_8).lines().forEach(said::add), "listens");
        listener.setDaemon(true);
        listener.start();
    }

    /** Starts it, and returns when it says where it listens, or has ended. */
    public static ServeProcess start(Path config, Map<String, String> environment, String... options)
            throws IOException {
        ServeProcess started = launch(config, environment, options);
        eventually(START, "it listens or has ended", () -> started.listening().find() || !started.listener.isAlive());
        return started;
    }

    /** One role, whose topics it creates. */
    public static ServeProcess start(Path config, String role) throws IOException {
        return start(config, Map.of(), "--role", role, "--create-topics");
    }

    /** Starts it, and does not wait. */
    public static ServeProcess launch(Path config, Map<String, String> environment, String... options)
            throws IOException {
        return launch(JVM, config, environment, options);
    }

    /** The same in another JVM than usual. */
    public static ServeProcess launch(OwnJvm jvm, Path config, Map<String, String> environment, String... options)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--config", config.toString()));
        arguments.addAll(List.of(options));
        ProcessBuilder builder = jvm.with(arguments.toArray(String[]::new)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ServeProcess(builder.start());
    }

    private Matcher listening() {
        return LISTENING.matcher(says());
    }

    private String address(int group) {
        Matcher listening = listening();
        if (!listening.find()) {
            throw new IllegalStateException("It does not listen: " + says());
        }
        return listening.group(group);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** What it has said so far. */
    public String says() {
        return String.join("\n", said);
    }

    /** The address for webhooks, without a path. */
    public String webhooks() {
        return address(1);
    }

    /** The address for operators, without a path. */
    public String management() {
        return address(2);
    }

    /** What operators are answered there: status and body, or {@code none}. */
    public String get(String path) {
        if (!listening().find()) {
            return "none";
        }
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(management() + path)).build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "none";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it says that it is ready. */
    public void awaitReady() {
        eventually(
                START,
                "it is ready or has ended",
                () -> !isAlive() || get("/readyz").startsWith("200"));
        if (!isAlive()) {
            throw new AssertionError("It has ended: " + says());
        }
    }

    /** As Ctrl-C or Kubernetes would; its exit code. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** As {@code kill -9} would; does not wait. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Waits until it is gone, and all that it said was read; its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It goes on living: pid " + process.pid());
        }
        listener.join(END.toMillis());
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
