package dev.streamgauge.standalone.registry;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What the registry needs to know.
 *
 * @param file its log; created if missing. It belongs beside the broker's data: without it the records cannot be read
 * @param port on loopback; 0 takes a free one
 * @param defaultLevel the global compatibility level unless a client sets another one
 */
public record RegistryConfig(Path file, int port, Level defaultLevel) {

    public RegistryConfig {
        file = file.toAbsolutePath();
        Objects.requireNonNull(defaultLevel, "defaultLevel");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is between 0 and 65535, not " + port);
        }
    }
}
