package dev.streamgauge.connectors.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The git command, to compare with what everybody else sees. */
final class RealGit {

    private RealGit() {}

    /** The command's output, by lines. Skips the test where there is no git. */
    static List<String> run(Path directory, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-C", directory.toString(), "-c", "protocol.file.allow=always"));
        command.addAll(List.of(arguments));
        Process git = start(command);
        try {
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + output);
            }
            return output.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Process start(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            return builder.start();
        } catch (IOException e) {
            Assumptions.abort("there is no git command here");
            throw new UncheckedIOException(e);
        }
    }
}
