package dev.streamgauge.standalone.commands;

import dev.streamgauge.standalone.PlatformConfig;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    PlatformConfig config() {
        requirePort("--port", port);
        requirePort("--registry-port", registryPort);
        return PlatformConfig.of(Optional.ofNullable(dataDir)).withPorts(port, registryPort);
    }

    private void requirePort(String option, int value) {
        if (value < 0 || value > 65_535) {
            throw new ParameterException(
                    command.commandLine(), "%s is %d, but a port is between 0 and 65535".formatted(option, value));
        }
    }
}
