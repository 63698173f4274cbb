package dev.streamgauge.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where and how the platform runs.
 *
 * @param dataDirectory empty: a fresh one, which is deleted at the end
 * @param brokerPort on loopback; 0 takes a free one
 * @param registryPort likewise
 * @param onFatal told, in one line, that the running broker cannot go on; called at most once, from any thread
 */
public record PlatformConfig(Optional<Path> dataDirectory, int brokerPort, int registryPort, Consumer<String> onFatal) {

    /** For one run: nothing is left behind. */
    public static PlatformConfig temporary() {
        return new PlatformConfig(Optional.empty(), 0, 0, PlatformConfig::die);
    }

    /** In a directory whose topics, schemas and state the next run finds again. */
    public static PlatformConfig in(Path directory) {
        return new PlatformConfig(Optional.of(directory), 0, 0, PlatformConfig::die);
    }

    /** Whether a directory is one that an earlier run of ours has left. */
    public static boolean isUsed(Path directory) {
        return Files.isRegularFile(directory.resolve(DataDirectory.MARKER));
    }

    /** In the user's directory if there is one, and else for one run. */
    public static PlatformConfig of(Optional<Path> directory) {
        return directory.map(PlatformConfig::in).orElseGet(PlatformConfig::temporary);
    }

    /** The same on fixed ports. */
    public PlatformConfig withPorts(int broker, int registry) {
        return new PlatformConfig(dataDirectory, broker, registry, onFatal);
    }

    // Kafka's threads are in an unknown state, so nothing is closed; the next start repairs the logs.
    private static void die(String message) {
        System.err.println("streamgauge: " + message + Logs.hint());
        Runtime.getRuntime().halt(1);
    }
}
