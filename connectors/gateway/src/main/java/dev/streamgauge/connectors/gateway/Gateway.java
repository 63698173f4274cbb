package dev.streamgauge.connectors.gateway;

import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.gateway.http.HttpService;
import dev.streamgauge.connectors.gateway.http.Measures;
import dev.streamgauge.connectors.gateway.http.WebhookHandler;
import dev.streamgauge.connectors.gateway.intake.Intake;
import dev.streamgauge.connectors.gateway.intake.Publisher;
import dev.streamgauge.connectors.gateway.intake.Source;
import dev.streamgauge.connectors.gateway.kafka.KafkaPublisher;
import dev.streamgauge.connectors.gateway.topics.TopicSources;
import dev.streamgauge.connectors.gateway.topics.TopicSources.Cluster;
import dev.streamgauge.connectors.gateway.topics.TopicStatus;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Providers;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.operators.Vitals;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The webhook gateway. It has no state: run as many as you like behind one address. What it answers with 2xx, the broker has acknowledged; all else the
 * sender may send again, which does no harm. Of topics that it reads it commits what the broker has acknowledged.
 */
public final class Gateway implements AutoCloseable {

    private final HttpService http;
    private final TopicSources topics;
    private final Publisher publisher;

    private Gateway(HttpService http, TopicSources topics, Publisher publisher) {
        this.http = http;
        this.topics = topics;
        this.publisher = publisher;
    }

    /** What a gateway works with; for tests, which replace it in part. */
    record Parts(
            Function<String, Provider> providers, DoorRules rules, Publisher publisher, Clock clock, Cluster cluster) {

        Parts(Function<String, Provider> providers, DoorRules rules, Publisher publisher, Clock clock) {
            this(providers, rules, publisher, clock, new Cluster(Map.of(), ""));
        }
    }

    /**
     * Starts a gateway whose clients all have the same settings.
     *
     * @param clientConfig for Kafka's clients and our serdes
     * @param topicPrefix of the topics' names
     * @see #start(GatewayConfig, Map, Cluster)
     */
    public static Gateway start(GatewayConfig config, Map<String, Object> clientConfig, String topicPrefix) {
        return start(config, clientConfig, Cluster.shared(clientConfig, topicPrefix));
    }

    /**
     * Starts a gateway. Kafka and the registry need not be there yet: until they are, it says so to senders, and at {@code /readyz}.
     *
     * @param producer for its producer and our serdes
     * @param cluster the same cluster for its consumers
     * @throws GatewayException if a port is taken, or a certificate cannot be used, or a topic is one of our own
     * @throws org.apache.kafka.common.KafkaException if the clients refuse their configuration
     */
    public static Gateway start(GatewayConfig config, Map<String, Object> producer, Cluster cluster) {
        DoorRules rules = config.doorsFile() == null ? DoorRules.usual() : DoorRules.read(config.doorsFile());
        Publisher publisher =
                new KafkaPublisher(producer, cluster.prefix(), config.limits().answerTimeout());
        return start(config, new Parts(Providers::named, rules, publisher, Clock.systemUTC(), cluster));
    }

    static Gateway start(GatewayConfig config, Parts parts) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Measures measures = new Measures(registry);
        Intake intake = new Intake(parts.rules(), config.keep(), parts.publisher(), measures::notKept);
        WebhookHandler webhooks = new WebhookHandler(
                sources(config, parts.providers()), intake, config.limits(), measures, parts.clock());
        AtomicReference<TopicSources> reading = new AtomicReference<>(); // It begins after the listeners.
        HttpService http =
                new HttpService(config, new HttpService.Behind(webhooks, vitals(parts.publisher(), reading, registry)));
        listen(config, http, parts.publisher());
        try {
            TopicSources topics = new TopicSources(
                    config,
                    parts.cluster(),
                    new TopicSources.Parts(parts.providers(), intake, measures, parts.clock()));
            reading.set(topics);
            return new Gateway(http, topics, parts.publisher());
        } catch (RuntimeException e) {
            new Gateway(http, null, parts.publisher()).close();
            throw e;
        }
    }

    // Of the topics it is only told: to send no webhooks here would not help them.
    private static Vitals vitals(
            Publisher publisher, AtomicReference<TopicSources> topics, PrometheusMeterRegistry registry) {
        return new Vitals(Optional::empty, publisher::waiting, () -> notes(topics.get()), registry::scrape);
    }

    private static List<String> notes(TopicSources topics) {
        return topics == null
                ? List.of()
                : topics.statuses().stream().map(TopicStatus::toString).toList();
    }

    private static void listen(GatewayConfig config, HttpService http, Publisher publisher) {
        try {
            http.start();
        } catch (IOException e) {
            publisher.close();
            throw new GatewayException(
                    "The gateway cannot listen on %s and %s: %s. See gateway.listen, gateway.management.listen and gateway.tls.keystore"
                            .formatted(
                                    config.listen().webhooks(), config.listen().management(), e.getMessage()),
                    e);
        }
    }

    private static Map<String, Source> sources(GatewayConfig config, Function<String, Provider> providers) {
        Map<String, Source> sources = new TreeMap<>();
        config.sources()
                .forEach((name, source) -> sources.put(
                        name, new Source(name, providers.apply(source.provider()), source.scheme(), source.secrets())));
        return sources;
    }

    /** The port on which it takes webhooks. */
    public int port() {
        return http.port();
    }

    /** The port on which it answers {@code /livez}, {@code /readyz} and {@code /metrics}. */
    public int managementPort() {
        return http.managementPort();
    }

    /** Takes nothing more, finishes what has begun, and ends. */
    @Override
    public void close() {
        try {
            http.close();
        } finally {
            closeTopics();
            publisher.close();
        }
    }

    private void closeTopics() {
        if (topics != null) {
            topics.close();
        }
    }
}
