package dev.streamgauge.standalone.serve;

import dev.streamgauge.connectors.gateway.Gateway;
import dev.streamgauge.connectors.gateway.GatewayException;
import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Providers;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.Address;
import dev.streamgauge.settings.flat.FlatSettingsException;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Causes;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/** The door for webhooks. */
final class GatewayRole implements Service {

    private final ServiceSettings settings;
    private final List<String> mistakes = new ArrayList<>();
    private final GatewayConfig config;

    GatewayRole(ServiceSettings settings) {
        this.settings = settings;
        this.config = read();
        checkDoors();
    }

    private GatewayConfig read() {
        try {
            return GatewayConfig.of(
                    settings.gateway(),
                    Providers.all().stream().map(Provider::name).toList());
        } catch (FlatSettingsException e) {
            mistakes.addAll(e.mistakes());
            return null;
        }
    }

    private void checkDoors() {
        if (config == null || config.doorsFile() == null) {
            return;
        }
        try {
            DoorRules.read(config.doorsFile());
        } catch (SettingsException e) {
            mistakes.addAll(e.mistakes());
        }
    }

    @Override
    public List<String> mistakes() {
        return mistakes;
    }

    @Override
    public List<Topic<?, ?>> topics() {
        return Stream.<Topic<?, ?>>concat(Topics.events().stream(), Stream.of(Topics.RAW_EVENTS, Topics.DEAD_LETTERS))
                .toList();
    }

    @Override
    public Running start() {
        try {
            return new Listening(Gateway.start(config, settings.producer(), settings.prefix()), config);
        } catch (GatewayException e) {
            throw new StandaloneException(e.getMessage(), e);
        } catch (KafkaException e) { // the registry's mistakes too
            throw new StandaloneException("The gateway cannot start: %s".formatted(Causes.of(e)), e);
        }
    }

    private record Listening(Gateway gateway, GatewayConfig config) implements Running {

        @Override
        public String says() {
            GatewayConfig.Listen listen = config.listen();
            String scheme = config.tls().keystore() == null ? "http" : "https";
            return "the gateway takes webhooks at %s://%s/webhooks/<source>, sources %s; /readyz and /metrics at http://%s"
                    .formatted(
                            scheme,
                            new Address(listen.webhooks().host(), gateway.port()),
                            String.join(
                                    ", ",
                                    config.sources().keySet().stream().sorted().toList()),
                            new Address(listen.management().host(), gateway.managementPort()));
        }

        @Override
        public void close() {
            gateway.close();
        }
    }
}
