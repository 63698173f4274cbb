package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.store.PreCommit;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From events to facts to aggregates: {@code (events) → [admit] → [assemble] → [aggregate] → (topics)}. All events of a repository
 * meet in one task; nothing is repartitioned.
 */
public final class DeliveryTopology implements Supplier<Topology> {

    static final String READ = "read-events";
    static final String ADMIT = "admit";
    static final String ASSEMBLE = "assemble";
    static final String AGGREGATE = "aggregate";
    static final String BEFORE_ASSEMBLED = "before-commit-assembled";
    static final String BEFORE_AGGREGATED = "before-commit-aggregated";

    /** One store a question; the tables in it say what bounds them. */
    private static final List<String> QUESTIONS = List.of(
            Landings.COMMITS.store(),
            Changes.CHANGES.store(),
            Deliveries.DELIVERIES.store(),
            MainHealth.BUILDS.store(),
            Ledger.COMPLETENESS.store());

    private final Wire wire;
    private final String prefix;
    private final int recentRows;
    private final Topology topology;

    /**
     * @param prefix of the topics' names
     * @param recentRows how many unchanged rows of each table stay in memory
     * @param topology an empty one, made with the application's configuration
     */
    public DeliveryTopology(Wire wire, String prefix, int recentRows, Topology topology) {
        this.wire = wire;
        this.prefix = prefix;
        this.recentRows = recentRows;
        this.topology = topology;
    }

    @Override
    public Topology get() {
        readEvents();
        topology.addProcessor(ADMIT, () -> new Admit(wire, prefix), READ);
        topology.addProcessor(ASSEMBLE, () -> new Assemble(recentRows, Definitions.DEFAULT), ADMIT);
        topology.addProcessor(AGGREGATE, () -> new Aggregate(recentRows), ASSEMBLE);
        keepState();
        write(
                ASSEMBLE,
                Topics.CHANGES,
                Topics.DELIVERIES,
                Topics.DEPLOY_FACTS,
                Topics.RED_EPISODES,
                Topics.COMPLETENESS);
        write(AGGREGATE, Topics.aggregates().toArray(Topic<?, ?>[]::new));
        write(ADMIT, Topics.DEAD_LETTERS);
        return topology;
    }

    private void readEvents() {
        String[] names =
                Topics.events().stream().map(topic -> topic.name(prefix)).toArray(String[]::new);
        topology.addSource(READ, new ByteArrayDeserializer(), new ByteArrayDeserializer(), names);
    }

    private void keepState() {
        topology.addStateStore(PreCommit.builder(BEFORE_ASSEMBLED), ASSEMBLE);
        QUESTIONS.forEach(store -> topology.addStateStore(store(store), ASSEMBLE));
        topology.addStateStore(PreCommit.builder(BEFORE_AGGREGATED), AGGREGATE);
        topology.addStateStore(store(Aggregation.WINDOWS.store()), AGGREGATE);
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    private void write(String node, Topic<?, ?>... topics) {
        for (Topic<?, ?> topic : topics) {
            addSink(node, topic);
        }
    }

    private <K, V> void addSink(String node, Topic<K, V> topic) {
        if (topic.keyClass() == byte[].class) {
            topology.addSink(
                    sink(topic), topic.name(prefix), new ByteArraySerializer(), new ByteArraySerializer(), node);
            return;
        }
        topology.addSink(
                sink(topic),
                topic.name(prefix),
                wire.serializer(topic.keyClass(), true),
                wire.serializer(topic.valueClass(), false),
                node);
    }

    /** The name of the node that writes a topic. */
    static String sink(Topic<?, ?> topic) {
        return "write-" + topic.name().replaceAll("\\.v\\d+$", "");
    }
}
