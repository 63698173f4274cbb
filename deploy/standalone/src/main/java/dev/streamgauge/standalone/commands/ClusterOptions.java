package dev.streamgauge.standalone.commands;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.StandaloneException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How to reach the user's own Kafka and registry; the names are those of Kafka's tools. */
final class ClusterOptions {

    /** Somebody waits for the answer: a cluster that does not answer is told of soon, unless the user's file says otherwise. */
    private static final Map<String, String> IMPATIENT =
            Map.of(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, "15000", WireConfig.RETRY_MS, "15000");

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT[,...]",
            description = "Read the topics of this Kafka cluster.")
    private String bootstrapServer;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties for the clients of Kafka and of the registry, for example for their security.")
    private Path commandConfig;

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            description = "The schema registry. Default: schema.registry.url in the --command-config.")
    private String registryUrl;

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            defaultValue = Topic.DEFAULT_PREFIX,
            description = "What the names of the topics begin with. Default: ${DEFAULT-VALUE}")
    private String prefix;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean given() {
        return bootstrapServer != null;
    }

    /** What else was said of a cluster although none is named. */
    boolean givenInPart() {
        return !given() && (commandConfig != null || registryUrl != null);
    }

    String bootstrapServer() {
        return bootstrapServer;
    }

    String prefix() {
        return prefix;
    }

    /** The configuration of clients that need no registry. */
    Map<String, Object> kafkaConfig() {
        if (!given()) {
            throw new ParameterException(command.commandLine(), "Which Kafka? Give --bootstrap-server");
        }
        Map<String, Object> config = new HashMap<>(IMPATIENT);
        if (commandConfig != null) {
            read().forEach((name, value) -> config.put((String) name, value));
        }
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServer);
        return config;
    }

    /** The configuration of clients. */
    Map<String, Object> clientConfig() {
        Map<String, Object> config = kafkaConfig();
        if (registryUrl != null) {
            config.put(WireConfig.URL, registryUrl);
        }
        if (config.get(WireConfig.URL) == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "Where is the schema registry? Give --registry-url, or schema.registry.url in the --command-config");
        }
        return config;
    }

    private Properties read() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(commandConfig)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            String why = e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
            throw new StandaloneException(
                    "The --command-config %s cannot be read: %s".formatted(commandConfig, why), e);
        }
        return properties;
    }
}
