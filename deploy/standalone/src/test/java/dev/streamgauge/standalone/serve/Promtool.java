package dev.streamgauge.standalone.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Prometheus' own judge of what it is to read, where it is installed; its advice about style is not asked for. */
final class Promtool {

    private static final int READS_AND_ADVISES = 3;

    private Promtool() {}

    /** Fails if Prometheus could not read this. Without it installed, nothing is known. */
    static void requireValid(String metrics) throws IOException, InterruptedException {
        Optional<Path> promtool = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(directory -> Path.of(directory, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        if (promtool.isEmpty()) {
            return;
        }
        Process check = new ProcessBuilder(promtool.get().toString(), "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (var in = check.outputWriter(UTF_8)) {
            in.write(metrics);
        }
        String says = new String(check.getInputStream().readAllBytes(), UTF_8);
        assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).as(says).isIn(0, READS_AND_ADVISES);
    }
}
