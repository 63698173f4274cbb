package dev.streamgauge.standalone.commands;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.serve.TopicKeeper;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which topics are compared with the cluster, and how that is told. */
final class PlanOptions {

    /** How it is printed. */
    enum Output {
        TABLE,
        JSON
    }

    @Mixin
    private SettingsOption config;

    @Mixin
    private RoleOptions roles;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Replicas of topics that are created. Default: the brokers' own number.")
    private Short replicationFactor;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table, or json. Default: ${DEFAULT-VALUE}.")
    private Output output;

    private ServiceSettings settings;

    TopicKeeper keeper(Map<String, String> environment) {
        settings = config.read(environment);
        List<Topic<?, ?>> topics = roles.usable(settings).values().stream()
                .<Topic<?, ?>>flatMap(service -> service.topics().stream())
                .distinct()
                .toList();
        return new TopicKeeper(settings, topics, Optional.ofNullable(replicationFactor));
    }

    /** Of the topics' names; known when there is a keeper. */
    String prefix() {
        return settings.prefix();
    }

    boolean asJson() {
        return output == Output.JSON;
    }
}
