package dev.streamgauge.processors.app;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.topology.CommitPace;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of the processors.
 *
 * @param bootstrapServers the brokers, host:port, separated by commas
 * @param prefix of the topics' names and of the application's id
 * @param stateDir where local state is kept; never a directory that the system cleans up
 * @param instanceId distinguishes this instance and stays the same over its restarts (Kafka's static membership)
 * @param engine how work is done
 * @param definitions what the definitions leave to choose
 * @param wire the schema registry's settings, see {@link dev.streamgauge.schemas.wire.WireConfig}
 * @param kafka further settings for Kafka Streams and its clients, by Kafka's names; they override ours
 * @param watch how queues are watched; null: nobody watches, as of a past that is replayed. To begin or end to watch adds or removes
 *     stores and topics, and needs no new application id: what is not known of queues then comes with the events
 */
public record ProcessorsConfig(
        String bootstrapServers,
        String prefix,
        Path stateDir,
        String instanceId,
        Engine engine,
        Definitions definitions,
        Map<String, String> wire,
        Map<String, String> kafka,
        WatchSettings watch) {

    /** The name of the setting that says where operators ask. */
    public static final String MANAGEMENT_LISTEN = "processors.management.listen";

    public ProcessorsConfig {
        requireText("bootstrap.servers", bootstrapServers);
        requireText("instance.id", instanceId);
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(stateDir, "stateDir");
        Objects.requireNonNull(definitions, "definitions");
        wire = Map.copyOf(wire);
        kafka = Map.copyOf(kafka);
    }

    /** With our own definitions, and nobody who watches. */
    public ProcessorsConfig(
            String bootstrapServers,
            String prefix,
            Path stateDir,
            String instanceId,
            Engine engine,
            Map<String, String> wire,
            Map<String, String> kafka) {
        this(bootstrapServers, prefix, stateDir, instanceId, engine, Definitions.DEFAULT, wire, kafka, null);
    }

    /** The same with other definitions. */
    public ProcessorsConfig with(Definitions others) {
        return new ProcessorsConfig(bootstrapServers, prefix, stateDir, instanceId, engine, others, wire, kafka, watch);
    }

    /** The same with queues watched, and rules evaluated; null: nobody watches. */
    public ProcessorsConfig with(WatchSettings settings) {
        return new ProcessorsConfig(
                bootstrapServers, prefix, stateDir, instanceId, engine, definitions, wire, kafka, settings);
    }

    /**
     * How work is done.
     *
     * @param threads stream threads of this instance
     * @param commitInterval how long results wait to be visible; must be shorter than the producer's transaction timeout
     * @param catchUpInterval the same while the processors are behind, if it is longer
     * @param standbys copies of the state on other instances
     * @param replicationFactor of internal topics; -1: the broker's default
     * @param recentRows how many unchanged rows of each table stay in memory, per task
     * @param memory how long what is over is remembered
     */
    public record Engine(
            int threads,
            Duration commitInterval,
            Duration catchUpInterval,
            int standbys,
            int replicationFactor,
            int recentRows,
            Memory memory) {

        public static final Engine DEFAULT =
                new Engine(1, Duration.ofMillis(100), Duration.ofSeconds(1), 1, -1, 500, Memory.FOR_EVER);

        public Engine {
            require(threads > 0, "threads", threads, "must be at least 1");
            requirePositive("commit.interval", commitInterval);
            requirePositive("catch.up.commit.interval", catchUpInterval);
            require(standbys >= 0, "standbys", standbys, "must not be negative");
            require(recentRows > 0, "recent.rows", recentRows, "must be at least 1");
            Objects.requireNonNull(memory, "memory");
        }

        /** One instance, one broker: the standalone mode. */
        public Engine alone() {
            return new Engine(threads, commitInterval, catchUpInterval, 0, 1, recentRows, memory);
        }

        /** The longest time between two commits. */
        Duration longestInterval() {
            return catchUps() ? catchUpInterval : commitInterval;
        }

        /** How tasks ask for those between. */
        CommitPace pace() {
            return catchUps() ? new CommitPace(commitInterval) : CommitPace.KAFKAS;
        }

        private boolean catchUps() {
            return catchUpInterval.compareTo(commitInterval) > 0;
        }
    }

    /** The application's id: the prefix of its group, its internal topics and its transactions. */
    public String applicationId() {
        return applicationId(prefix);
    }

    /** The id of the application whose topics begin with a prefix. */
    public static String applicationId(String prefix) {
        return prefix + "processors";
    }

    /** A topic's name in the cluster. */
    public String name(Topic<?, ?> topic) {
        return topic.name(prefix);
    }

    private static void requirePositive(String name, Duration value) {
        require(!value.isNegative() && !value.isZero(), name, value, "must be positive");
    }

    private static void requireText(String name, String value) {
        require(value != null && !value.isBlank(), name, value, "must not be empty");
    }

    private static void require(boolean holds, String name, Object value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("Setting '%s' is '%s', but %s".formatted(name, value, rule));
        }
    }
}
