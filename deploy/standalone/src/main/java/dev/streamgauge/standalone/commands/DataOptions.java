package dev.streamgauge.standalone.commands;

import dev.streamgauge.standalone.PlatformConfig;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the embedded broker keeps its data. */
final class DataOptions {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keep topics and state here, over restarts. Default: a temporary directory.")
    private Path dataDir;

    @Option(names = "--port", paramLabel = "PORT", description = "The broker's port on 127.0.0.1. Default: a free one.")
    private int port;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            description = "The schema registry's port on 127.0.0.1. Default: a free one.")
    private int registryPort;

    PlatformConfig config() {
        return PlatformConfig.of(Optional.ofNullable(dataDir)).withPorts(port, registryPort);
    }
}
