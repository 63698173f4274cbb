package dev.streamgauge.standalone;

import dev.streamgauge.standalone.cli.CleanStop;
import dev.streamgauge.standalone.testkit.OwnJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A platform in a process of its own, to be killed. Prints its data directory when it is ready, and waits. */
final class PlatformProcess implements AutoCloseable {

    private final Process process;
    private final String firstLine;

    private PlatformProcess(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    /** @param directory empty: temporary */
    static PlatformProcess start(Optional<Path> directory) throws IOException {
        Process process = OwnJvm.of(PlatformProcess.class)
                .heap("512m")
                .flags(
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-Dlogback.configurationFile=logback.xml")
                .with(directory.map(Path::toString).stream().toArray(String[]::new))
                .redirectErrorStream(true)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new PlatformProcess(process, out.readLine());
    }

    /** The data directory, or why there is none. */
    String says() {
        return firstLine;
    }

    long pid() {
        return process.pid();
    }

    /** As Ctrl-C or kill would. */
    int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** As kill -9 or a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        Optional<Path> directory = List.of(arguments).stream().findFirst().map(Path::of);
        try (CleanStop stop = new CleanStop()) {
            Platform platform = stop.open(() -> Platform.start(PlatformConfig.of(directory)));
            platform.createTopics("", 1);
            System.out.println(platform.dataDirectory());
            System.in.read();
        } catch (StandaloneException e) {
            System.out.println(e.getMessage());
        }
    }
}
