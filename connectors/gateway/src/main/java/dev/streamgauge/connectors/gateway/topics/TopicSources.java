package dev.streamgauge.connectors.gateway.topics;

import dev.streamgauge.connectors.gateway.GatewayException;
import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.gateway.config.TopicConfig;
import dev.streamgauge.connectors.gateway.http.Measures;
import dev.streamgauge.connectors.gateway.intake.Intake;
import dev.streamgauge.connectors.gateway.intake.Source;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All topics that a gateway reads, each in a thread of its own. */
public final class TopicSources implements AutoCloseable {

    private final List<TopicSource> sources = new ArrayList<>();
    private final Duration stopTimeout;

    /**
     * Where the own cluster is.
     *
     * @param config for Kafka's clients
     * @param prefix of the topics' names
     */
    public record Cluster(Map<String, Object> config, String prefix) {}

    /** What they need to become of use; the intake and the measures are those of the addresses. */
    public record Parts(Function<String, Provider> providers, Intake intake, Measures measures, Clock clock) {}

    /**
     * Begins to read. The clusters need not be there yet.
     *
     * @throws GatewayException if a topic is one of our own
     * @throws org.apache.kafka.common.KafkaException if a client refuses its configuration
     */
    public TopicSources(GatewayConfig config, Cluster cluster, Parts parts) {
        this.stopTimeout = config.limits().stopTimeout();
        Desk.Shared shared = new Desk.Shared(parts.intake(), config.limits(), parts.measures(), parts.clock());
        try {
            config.topics().forEach((name, topic) -> {
                requireForeign(name, topic, cluster.prefix());
                Source source = Source.ofTopic(name, parts.providers().apply(topic.provider()));
                String usualGroup = cluster.prefix() + "gateway-" + name;
                sources.add(new TopicSource(
                        topic, ConsumerSettings.of(topic, cluster.config(), usualGroup), new Desk(source, shared)));
            });
        } catch (RuntimeException e) {
            sources.forEach(TopicSource::close);
            throw e;
        }
        sources.forEach(TopicSource::start);
    }

    // A dead letter would become a dead letter of itself, for ever.
    private static void requireForeign(String name, TopicConfig topic, String prefix) {
        boolean own = Topics.all().stream().anyMatch(each -> each.name(prefix).equals(topic.topic()));
        if (own && ConsumerSettings.isOwnCluster(topic)) {
            throw new GatewayException(
                    "source.%s.topic is %s, which Streamgauge itself writes to: name the topic of the provider"
                            .formatted(name, topic.topic()),
                    null);
        }
    }

    /** Takes nothing more, waits for what has begun, and commits what is done. */
    @Override
    public void close() {
        long end = System.nanoTime() + stopTimeout.toNanos();
        sources.forEach(TopicSource::close);
        sources.forEach(source -> source.await(Duration.ofNanos(end - System.nanoTime())));
    }
}
