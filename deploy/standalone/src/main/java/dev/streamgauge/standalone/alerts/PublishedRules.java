package dev.streamgauge.standalone.alerts;

import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Causes;
import dev.streamgauge.standalone.cli.TopicRange;
import dev.streamgauge.standalone.serve.ClusterException;
import dev.streamgauge.standalone.serve.ClusterTopics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The rules in {@code rules.v1}. */
public final class PublishedRules {

    private static final String PATIENCE_MS = "15000";

    private final Map<String, Object> clientConfig;
    private final String prefix;

    /**
     * The rules of one installation.
     *
     * @param clientConfig how to reach the brokers
     * @param prefix of the topics' names
     */
    public PublishedRules(Map<String, Object> clientConfig, String prefix) {
        this.clientConfig = clientConfig;
        this.prefix = prefix;
    }

    /** The rules that were published last, as they were written; empty: nobody has published any, and those that ship are in force. */
    public Optional<String> latest() {
        String[] latest = new String[1];
        try {
            new TopicRange(clientConfig, prefix)
                    .between(Topics.RULES, new TopicRange.Period(null, null), total -> {}, found -> {
                        if (isRules(found)) {
                            latest[0] =
                                    found.value() == null ? null : new String(found.value(), StandardCharsets.UTF_8);
                        }
                    });
        } catch (KafkaException e) {
            throw away(e);
        }
        return Optional.ofNullable(latest[0]);
    }

    private static boolean isRules(ConsumerRecord<byte[], byte[]> found) {
        return found.key() != null && Topics.RULES_KEY.equals(new String(found.key(), StandardCharsets.UTF_8));
    }

    /** Publishes rules. Whoever evaluates takes them on within seconds. */
    public void publish(RulesText rules) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        byte[] value = rules.yaml().getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.RULES.name(prefix), Topics.RULES_KEY.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (ExecutionException | KafkaException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StandaloneException("Interrupted", e);
        }
    }

    /**
     * Requires that their topic is there, or creates it.
     *
     * @throws StandaloneException if it is not there, or the cluster does not answer
     */
    public void requireTopic(boolean create) {
        try (ClusterTopics cluster = new ClusterTopics(clientConfig, prefix)) {
            if (cluster.missing(List.of(Topics.RULES)).isEmpty()) {
                return;
            }
            if (!create) {
                throw new StandaloneException("There is no topic %s: create it, or let --create-topic do so"
                        .formatted(Topics.RULES.name(prefix)));
            }
            cluster.create(List.of(Topics.RULES));
        } catch (ClusterException e) {
            throw away(e);
        }
    }

    private StandaloneException away(Exception cause) {
        return new StandaloneException(
                "Kafka at %s: %s"
                        .formatted(clientConfig.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG), Causes.of(cause)),
                cause);
    }

    /** The text of the rules that ship. */
    public static String shipped() {
        return RuleSet.shippedText();
    }
}
