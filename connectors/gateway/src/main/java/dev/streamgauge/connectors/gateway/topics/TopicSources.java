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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** All topics that a gateway reads, each in a thread of its own. */
public final class TopicSources implements AutoCloseable {

    private final List<TopicSource> sources = new ArrayList<>();
    private final Duration stopTimeout;

    /**
     * Where the own cluster is.
     *
     * @param consumers for Kafka's consumers
     * @param prefix of the topics' names
     */
    public record Cluster(Map<String, Object> consumers, String prefix) {

        /** The cluster of clients that all have the same settings. */
        public static Cluster shared(Map<String, Object> config, String prefix) {
            // What was said to the producer would be strange to a consumer: its interceptors are of another kind.
            Map<String, Object> consumers = new HashMap<>(config);
            consumers
                    .keySet()
                    .removeIf(name -> ProducerConfig.configNames().contains(name)
                            && !ConsumerConfig.configNames().contains(name));
            consumers.remove(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG);
            consumers.remove(ProducerConfig.CLIENT_ID_CONFIG);
            return new Cluster(consumers, prefix);
        }
    }

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
                sources.add(
                        new TopicSource(topic, ConsumerSettings.of(topic, cluster, name), new Desk(source, shared)));
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

    /** How each of them is going. */
    public List<TopicStatus> statuses() {
        return sources.stream().map(TopicSource::status).toList();
    }

    /** Takes nothing more, waits for what has begun, and commits what is done. */
    @Override
    public void close() {
        long end = System.nanoTime() + stopTimeout.toNanos();
        sources.forEach(TopicSource::close);
        sources.forEach(source -> source.await(Duration.ofNanos(end - System.nanoTime())));
    }
}
