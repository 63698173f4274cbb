package dev.streamgauge.standalone.serve;

import dev.streamgauge.standalone.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./streamgauge serve} in a process of its own, to be stopped and killed. */
public final class ServeProcess implements AutoCloseable {

    private static final Pattern LISTENING =
            Pattern.compile("(?:at (http://[^/]+)/webhooks/.*)?metrics at (http://\\S+)");

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Matcher listening;

    private ServeProcess(Process process) throws IOException {
        this.process = process;
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.listening = awaitListening(out);
        Thread listener = new Thread(() -> out.lines().forEach(said::add), "listens");
        listener.setDaemon(true);
        listener.start();
    }

    /** Starts it, and returns when it says where it listens, or has ended. */
    public static ServeProcess start(Path config, Map<String, String> environment, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
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
                config.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ServeProcess(builder.start());
    }

    private Matcher awaitListening(BufferedReader out) throws IOException {
        Matcher found = LISTENING.matcher("");
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            found = LISTENING.matcher(line);
            if (found.find()) {
                break;
            }
        }
        return found;
    }

    /** What it has said: all until it listened or ended, and what has come since. */
    public String says() {
        return String.join("\n", said);
    }

    /** The address for webhooks, without a path. */
    public String webhooks() {
        return listening.group(1);
    }

    /** The address for operators, without a path. */
    public String management() {
        return listening.group(2);
    }

    /** As Ctrl-C or Kubernetes would. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** As kill -9 would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
