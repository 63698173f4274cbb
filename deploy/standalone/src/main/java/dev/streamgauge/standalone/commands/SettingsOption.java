package dev.streamgauge.standalone.commands;

import dev.streamgauge.standalone.settings.ServiceSettings;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The file of settings of what runs beside the user's own Kafka. */
final class SettingsOption {

    @Option(
            names = "--config",
            defaultValue = "streamgauge.properties",
            paramLabel = "FILE",
            description =
                    "Properties: brokers, registry, sources (docs/serve.md). STREAMGAUGE_TOPIC_PREFIX in the environment takes the place of topic.prefix, and so on. Default: ${DEFAULT-VALUE}")
    private Path file;

    Path file() {
        return file;
    }

    ServiceSettings read(Map<String, String> environment) {
        return ServiceSettings.read(file, environment);
    }
}
