package dev.streamgauge.standalone.settings;

import dev.streamgauge.connectors.alerting.config.AlertingConfig;
import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.processors.settings.ProcessorsSettings;
import dev.streamgauge.schemas.json.Names;
import dev.streamgauge.schemas.wire.WireConfig;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;

/** Every setting that the file may hold. Those of the gateway and of the sink of alerts are known to them. */
final class KnownSettings {

    static final String TOPIC_PREFIX = "topic.prefix";
    static final String ALL_CLIENTS = "kafka.";
    static final String PRODUCER = "producer.";
    static final String CONSUMER = "consumer.";
    static final String POLL = "poll.";
    static final String LOG_FORMAT = "log.format";
    static final String LOG_TRACES = "log.traces";
    /** Names what the clients' own classes of the user's are told. */
    static final String EXTRA = "extra.client.settings";

    /** What one may set for each provider whose past can be read. */
    static final List<String> POLL_SETTINGS =
            List.of("url", "user", "token", "rate.limit.reserve", "request.timeout.seconds");

    static final List<String> POLLED = List.of("github", "gitlab", "jenkins");

    private static final Set<String> REGISTRY = Set.of(
            WireConfig.URL,
            WireConfig.CREDENTIALS_SOURCE,
            WireConfig.USER_INFO,
            WireConfig.BEARER_TOKEN,
            WireConfig.AUTO_REGISTER,
            WireConfig.RETRY_MS,
            WireConfig.REQUEST_TIMEOUT_MS,
            WireConfig.SERIALIZER,
            WireConfig.DESERIALIZER);

    private static final List<String> CLIENTS = List.of(ALL_CLIENTS, PRODUCER, CONSUMER);
    private static final List<String> GATEWAY = List.of("gateway.", "source.", "doors.");

    private static final List<Pattern> GATEWAYS_OWN = GatewayConfig.names().stream()
            .map(name -> name.replace(".", "\\.").replace("<name>", ".+").replace("*", ".+"))
            .map(Pattern::compile)
            .toList();

    private static final Set<String> PROCESSORS = Set.copyOf(ProcessorsSettings.names());

    private final Set<String> names = new TreeSet<>(REGISTRY);

    private final ExtraNames extra;

    KnownSettings(ExtraNames extra) {
        this.extra = extra;
        names.addAll(List.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                TOPIC_PREFIX,
                References.PROVIDERS,
                EXTRA,
                LOG_FORMAT,
                LOG_TRACES));
        KafkaNames.ssl().forEach(name -> names.add(WireConfig.SSL_PREFIX + name));
        addAll(ALL_CLIENTS, KafkaNames.all());
        addAll(PRODUCER, KafkaNames.producer());
        addAll(CONSUMER, KafkaNames.consumer());
        names.addAll(PROCESSORS);
        POLLED.forEach(provider -> addAll(POLL + provider + ".", POLL_SETTINGS));
    }

    private void addAll(String prefix, Collection<String> more) {
        more.forEach(name -> names.add(prefix + name));
    }

    static boolean isRegistry(String name) {
        return REGISTRY.contains(name) || name.startsWith(WireConfig.SSL_PREFIX);
    }

    static boolean isAlerting(String name) {
        return name.startsWith(AlertingConfig.PREFIX);
    }

    static boolean isProcessors(String name) {
        return PROCESSORS.contains(name);
    }

    static boolean isGateway(String name) {
        return GATEWAY.stream().anyMatch(name::startsWith);
    }

    private boolean isExtra(String name) {
        return CLIENTS.stream()
                .anyMatch(prefix -> name.startsWith(prefix) && extra.include(name.substring(prefix.length())));
    }

    /** Whether there is such a setting, of the gateway's own too. What is none may be a secret whose name is misspelled. */
    boolean isKnown(String name) {
        return mistake(name).isEmpty()
                && (!isGateway(name)
                        || GATEWAYS_OWN.stream()
                                .anyMatch(own -> own.matcher(name).matches()));
    }

    /** What is wrong with a name, or nothing. */
    Optional<String> mistake(String name) {
        if (names.contains(name) || isGateway(name) || isAlerting(name) || References.isOwn(name) || isExtra(name)) {
            return Optional.empty();
        }
        Set<String> all = new TreeSet<>(names);
        all.addAll(GatewayConfig.names());
        all.addAll(AlertingConfig.names());
        String nearest = Names.suggest(name, all);
        return Optional.of("'%s' is no setting%s"
                .formatted(name, nearest.startsWith("did you mean") ? ", " + nearest : ": see docs/serve.md"));
    }
}
