package dev.streamgauge.standalone.serve;

import dev.streamgauge.operators.KafkaTrouble;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.topics.Creation;
import dev.streamgauge.standalone.topics.Drift;
import dev.streamgauge.standalone.topics.Found;
import dev.streamgauge.standalone.topics.Present;
import dev.streamgauge.standalone.topics.Remedy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
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
        this.prefix = prefix;
        this.admin = connect(adminConfig);
    }

    /**
     * An administrator that somebody waits for.
     *
     * @param adminConfig how to reach the brokers
     * @throws StandaloneException if the client refuses its configuration
     */
    public static Admin connect(Map<String, Object> adminConfig) {
        Map<String, Object> config = new HashMap<>(adminConfig);
        String patience = Long.toString(PATIENCE.toMillis());
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
        try {
            return Admin.create(config);
        } catch (KafkaException e) {
            throw new StandaloneException("Kafka's client refuses its settings: %s".formatted(KafkaTrouble.of(e)), e);
        }
    }

    /**
     * How many brokers are there. Everybody may ask.
     *
     * @throws ClusterException if the cluster does not answer
     */
    public int brokers() throws ClusterException {
        return Answers.of(admin.describeCluster().nodes()).size();
    }

    /**
     * Those topics that are not there.
     *
     * @throws ClusterException if the cluster does not answer, or refuses to
     */
    public List<Topic<?, ?>> missing(Collection<Topic<?, ?>> topics) throws ClusterException {
        Set<Topic<?, ?>> found = described(topics).keySet();
        return topics.stream().filter(topic -> !found.contains(topic)).toList();
    }

    private Map<Topic<?, ?>, TopicDescription> described(Collection<? extends Topic<?, ?>> topics)
            throws ClusterException {
        Map<String, KafkaFuture<TopicDescription>> asked = admin.describeTopics(
                        topics.stream().map(topic -> topic.name(prefix)).toList())
                .topicNameValues();
        Map<Topic<?, ?>, TopicDescription> found = new LinkedHashMap<>();
        Set<String> denied = new TreeSet<>();
        for (Topic<?, ?> topic : topics) {
            try {
                Answers.unless(UnknownTopicOrPartitionException.class, asked.get(topic.name(prefix)))
                        .ifPresent(description -> found.put(topic, description));
            } catch (ClusterException e) {
                if (!e.isRefused()) {
                    throw e;
                }
                denied.add(topic.name(prefix));
            }
        }
        if (!denied.isEmpty()) {
            throw new ClusterException(new TopicAuthorizationException(denied));
        }
        return found;
    }

    /**
     * How the topics are that are there; if one of them is of events, then how all of those are, which belong together.
     *
     * @throws ClusterException if the cluster does not answer, or refuses to
     */
    public Present present(Collection<Topic<?, ?>> topics) throws ClusterException {
        Set<Topic<?, ?>> wanted = new LinkedHashSet<>(topics);
        if (topics.stream().anyMatch(Topics.events()::contains)) {
            wanted.addAll(Topics.events());
        }
        Map<Topic<?, ?>, TopicDescription> described = described(wanted);
        Map<ConfigResource, KafkaFuture<Config>> configs = admin.describeConfigs(
                        described.keySet().stream().map(this::resource).toList())
                .values();
        Map<Topic<?, ?>, Found> found = new LinkedHashMap<>();
        for (Map.Entry<Topic<?, ?>, TopicDescription> topic : described.entrySet()) {
            Answers.unless(UnknownTopicOrPartitionException.class, configs.get(resource(topic.getKey())))
                    .ifPresent(config -> found.put(topic.getKey(), FoundTopics.of(topic.getValue(), config)));
        }
        return new Present(brokers(), found);
    }

    private ConfigResource resource(Topic<?, ?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name(prefix));
    }

    /**
     * Creates topics with the settings of the catalogue and the brokers' own number of replicas. Topics of events get as many partitions as those have that
     * exist.
     *
     * @throws ClusterException if the cluster does not answer, or refuses to
     */
    public void create(List<Topic<?, ?>> missing) throws ClusterException {
        List<Integer> events = described(Topics.events()).values().stream()
                .map(description -> description.partitions().size())
                .toList();
        carryOut(missing.stream()
                .map(topic -> Creation.of(topic, events, Optional.empty()))
                .toList());
    }

    /**
     * Creates topics. One that somebody else creates at the same time is well.
     *
     * @throws ClusterException if the cluster does not answer, or refuses to
     */
    public void carryOut(List<Creation> missing) throws ClusterException {
        List<NewTopic> wanted = missing.stream()
                .map(creation -> new NewTopic(
                                creation.topic().name(prefix), Optional.of(creation.partitions()), creation.replicas())
                        .configs(creation.topic().config()))
                .toList();
        for (KafkaFuture<Void> created : admin.createTopics(wanted).values().values()) {
            Answers.unless(TopicExistsException.class, created);
        }
    }

    /**
     * Sets what mends drifts.
     *
     * @throws ClusterException if the cluster does not answer, or refuses to
     */
    public void mend(List<Drift> drifts) throws ClusterException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Drift drift : drifts) {
            if (drift.remedy() instanceof Remedy.Sets sets) {
                changes.computeIfAbsent(resource(drift.topic()), topic -> new ArrayList<>())
                        .add(new AlterConfigOp(new ConfigEntry(sets.name(), sets.value()), AlterConfigOp.OpType.SET));
            }
        }
        for (KafkaFuture<Void> changed :
                admin.incrementalAlterConfigs(changes).values().values()) {
            Answers.of(changed);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
