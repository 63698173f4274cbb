package dev.streamgauge.standalone.serve;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Causes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics in the user's own cluster. Every question is answered soon, or refused. */
public final class ClusterTopics implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Admin admin;
    private final String prefix;

    /**
     * Connects in the background.
     *
     * @param adminConfig how to reach the brokers
     * @param prefix of the topics' names
     * @throws StandaloneException if the client refuses its configuration
     */
    public ClusterTopics(Map<String, Object> adminConfig, String prefix) {
        Map<String, Object> config = new HashMap<>(adminConfig);
        String patience = Long.toString(PATIENCE.toMillis());
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
        this.prefix = prefix;
        try {
            this.admin = Admin.create(config);
        } catch (KafkaException e) {
            throw new StandaloneException("Kafka's client refuses its settings: %s".formatted(Causes.of(e)), e);
        }
    }

    /**
     * Those topics that are not there.
     *
     * @throws ClusterException if the cluster does not answer, or refuses to
     */
    public List<Topic<?, ?>> missing(Collection<Topic<?, ?>> topics) throws ClusterException {
        Map<Topic<?, ?>, Integer> found = partitions(topics);
        return topics.stream().filter(topic -> !found.containsKey(topic)).toList();
    }

    private Map<Topic<?, ?>, Integer> partitions(Collection<Topic<?, ?>> topics) throws ClusterException {
        Map<String, KafkaFuture<TopicDescription>> asked = admin.describeTopics(
                        topics.stream().map(topic -> topic.name(prefix)).toList())
                .topicNameValues();
        Map<Topic<?, ?>, Integer> found = new LinkedHashMap<>();
        for (Topic<?, ?> topic : topics) {
            answered(asked.get(topic.name(prefix)), UnknownTopicOrPartitionException.class)
                    .ifPresent(description ->
                            found.put(topic, description.partitions().size()));
        }
        return found;
    }

    /**
     * Creates topics with the settings of the catalogue and the brokers' own number of replicas. Topics of events get as many partitions as those have that
     * exist.
     *
     * @throws ClusterException if the cluster does not answer, or refuses to
     */
    public void create(List<Topic<?, ?>> missing) throws ClusterException {
        TreeSet<Integer> existing =
                new TreeSet<>(partitions(List.copyOf(Topics.events())).values());
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic<?, ?> topic : missing) {
            boolean aligned = Topics.events().contains(topic) && !existing.isEmpty();
            int partitions = aligned ? existing.last() : topic.partitions();
            wanted.add(new NewTopic(topic.name(prefix), Optional.of(partitions), Optional.empty())
                    .configs(topic.config()));
        }
        for (KafkaFuture<Void> created : admin.createTopics(wanted).values().values()) {
            answered(created, TopicExistsException.class);
        }
    }

    /** The answer, or nothing if it fails in the one way that is well. */
    private static <T> Optional<T> answered(KafkaFuture<T> future, Class<? extends Exception> well)
            throws ClusterException {
        try {
            return Optional.ofNullable(future.get());
        } catch (ExecutionException e) {
            if (well.isInstance(e.getCause())) {
                return Optional.empty();
            }
            throw new ClusterException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StandaloneException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
