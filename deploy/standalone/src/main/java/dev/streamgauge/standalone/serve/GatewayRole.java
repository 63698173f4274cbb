package dev.streamgauge.standalone.serve;

import dev.streamgauge.connectors.gateway.Gateway;
import dev.streamgauge.connectors.gateway.GatewayException;
import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.gateway.config.RawMode;
import dev.streamgauge.connectors.gateway.config.TopicConfig;
import dev.streamgauge.connectors.gateway.topics.TopicSources.Cluster;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Providers;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.settings.flat.Address;
import dev.streamgauge.settings.flat.Listener;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.access.Use;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The door for webhooks. */
final class GatewayRole extends ConfiguredService<GatewayConfig> {

    private final ServiceSettings settings;

    GatewayRole(ServiceSettings settings) {
        super("The gateway", () -> read(settings));
        this.settings = settings;
    }

    private static GatewayConfig read(ServiceSettings settings) {
        GatewayConfig read = GatewayConfig.of(
                settings.gateway(), Providers.all().stream().map(Provider::name).toList());
        if (read.doorsFile() != null) {
            DoorRules.read(read.doorsFile()); // It may hold mistakes, too.
        }
        return read;
    }

    @Override
    List<Listener> listeners(GatewayConfig config) {
        return List.of(
                new Listener(GatewayConfig.LISTEN, config.listen().webhooks()),
                new Listener(GatewayConfig.MANAGEMENT_LISTEN, config.listen().management()));
    }

    @Override
    public List<Use> uses() {
        boolean keeps = config().keep().raw() != RawMode.OFF;
        return Stream.of(
                        Use.writes(Topics.events(), "publishes events"),
                        keeps
                                ? Use.writes(List.of(Topics.RAW_EVENTS), "keeps deliveries as they came")
                                : Stream.of(Use.asksFor(Topics.RAW_EVENTS, "looks whether it is there")),
                        Use.writes(List.of(Topics.DEAD_LETTERS), "keeps what it refuses"),
                        new TreeMap<>(config().topics())
                                .entrySet().stream().map(source -> foreign(source.getKey(), source.getValue())))
                .flatMap(uses -> uses)
                .toList();
    }

    private Use foreign(String source, TopicConfig topic) {
        String group = topic.group(settings.prefix(), source);
        return new Use.Foreign(topic.otherCluster().orElse(null), topic.topic(), group, source);
    }

    @Override
    Running open() {
        Cluster cluster = new Cluster(settings.consumer(), settings.prefix());
        try {
            return new Listening(Gateway.start(config(), settings.producer(), cluster), config());
        } catch (GatewayException e) {
            throw new StandaloneException(e.getMessage(), e);
        }
    }

    private record Listening(Gateway gateway, GatewayConfig config) implements Running {

        @Override
        public String says() {
            GatewayConfig.Listen listen = config.listen();
            String scheme = config.tls().keystore() == null ? "http" : "https";
            return "the gateway %s; /readyz and /metrics at http://%s"
                    .formatted(
                            Stream.of(webhooks(scheme), topics())
                                    .filter(text -> !text.isEmpty())
                                    .collect(Collectors.joining("; it ")),
                            new Address(listen.management().host(), gateway.managementPort()));
        }

        private String webhooks(String scheme) {
            Address address = new Address(config.listen().webhooks().host(), gateway.port());
            return config.sources().isEmpty()
                    ? ""
                    : "takes webhooks at %s://%s/webhooks/<source>, sources %s"
                            .formatted(
                                    scheme,
                                    address,
                                    String.join(
                                            ", ", new TreeSet<>(config.sources().keySet())));
        }

        private String topics() {
            String all = new TreeMap<>(config.topics())
                    .entrySet().stream()
                            .map(source ->
                                    "%s (source %s)".formatted(source.getValue().topic(), source.getKey()))
                            .collect(Collectors.joining(", "));
            return all.isEmpty() ? "" : "reads the topics " + all;
        }

        @Override
        public void close() {
            gateway.close();
        }
    }
}
