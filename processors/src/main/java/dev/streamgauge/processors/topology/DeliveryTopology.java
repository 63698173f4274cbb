package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.integration.GreenLine;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.publish.PublicFacts;
import dev.streamgauge.processors.queues.Queues;
import dev.streamgauge.processors.rollups.RollUps;
import dev.streamgauge.processors.runs.Runs;
import dev.streamgauge.processors.store.PreCommit;
import dev.streamgauge.processors.telemetry.Telemetry;
import dev.streamgauge.processors.watch.GroupWatch;
import dev.streamgauge.processors.watch.Watch;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
 * meet in one task. What it sums goes on, re-keyed, to its owners: {@code [aggregate] → (parts) → [roll-up] → (topics)}.
 */
public final class DeliveryTopology implements Supplier<Topology> {

    static final String READ = "read-events";
    static final String ADMIT = "admit";
    static final String ASSEMBLE = "assemble";
    static final String AGGREGATE = "aggregate";
    static final String SEND_PARTS = "send-parts";
    static final String READ_PARTS = "read-parts";
    static final String ROLL_UP = "roll-up";
    static final String WATCH = "watch";
    static final String SEND_QUEUE_PARTS = "send-queue-parts";
    static final String READ_QUEUE_PARTS = "read-queue-parts";
    static final String WATCH_ROLLED_UP = "watch-rolled-up";
    static final String BEFORE_WATCHED = "before-commit-watched";
    static final String BEFORE_WATCHED_ROLLED_UP = "before-commit-watched-rolled-up";
    static final String BEFORE_ROLLED_UP = "before-commit-rolled-up";
    static final String BEFORE_ASSEMBLED = "before-commit-assembled";
    static final String BEFORE_AGGREGATED = "before-commit-aggregated";

    /** One store a question; the tables in it say what bounds them. */
    private static final List<String> QUESTIONS = List.of(
            Landings.COMMITS.store(),
            Changes.CHANGES.store(),
            Deliveries.DELIVERIES.store(),
            Failures.VERDICTS.store(),
            MainHealth.BUILDS.store(),
            Runs.JOBS.store(),
            GreenLine.GREEN_BUILDS.store(),
            Ledger.COMPLETENESS.store());

    private final Set<Topic<?, ?>> written = new LinkedHashSet<>();
    private final Wire wire;
    private final String prefix;
    private final int recentRows;
    private final Memory memory;
    private final Definitions definitions;
    private final Topology topology;
    private WatchTerms watched;
    private Telemetry telemetry = Telemetry.OFF;
    private CommitPace pace = CommitPace.KAFKAS;

    /**
     * How much is kept.
     *
     * @param recentRows how many unchanged rows of each table stay in memory
     * @param memory how long what is over stays in the stores
     */
    public record State(int recentRows, Memory memory) {}

    /**
     * @param prefix of the topics' names
     * @param state how much of it is kept
     * @param definitions what they leave to choose
     * @param topology an empty one, made with the application's configuration
     */
    public DeliveryTopology(Wire wire, String prefix, State state, Definitions definitions, Topology topology) {
        this.wire = wire;
        this.prefix = prefix;
        this.recentRows = state.recentRows();
        this.memory = state.memory();
        this.definitions = definitions;
        this.topology = topology;
    }

    /** Has queues kept and rules evaluated; null: nobody watches. */
    public DeliveryTopology watchedBy(WatchTerms terms) {
        this.watched = terms;
        return this;
    }

    /** Has tasks ask for commits. */
    public DeliveryTopology committing(CommitPace newPace) {
        this.pace = newPace;
        return this;
    }

    /** Has somebody hear what goes by. */
    public DeliveryTopology toldTo(Telemetry listener) {
        this.telemetry = listener;
        return this;
    }

    @Override
    public Topology get() {
        boolean watching = watched != null;
        WatchSettings settings = watching ? watched.settings() : null;
        readEvents();
        topology.addProcessor(
                ADMIT, () -> new Admit(wire, prefix, memory, watching, telemetry, pace).after(this::prepare), READ);
        topology.addProcessor(
                ASSEMBLE, () -> new Assemble(recentRows, definitions, memory, settings, telemetry), ADMIT);
        topology.addProcessor(AGGREGATE, () -> new Aggregate(recentRows, memory, watching), ASSEMBLE, ADMIT);
        keepState();
        write(ADMIT, Topics.DEAD_LETTERS);
        PublicFacts.all().forEach(facts -> write(ASSEMBLE, facts.topic()));
        write(ASSEMBLE, Topics.COMPLETENESS);
        Topics.aggregates().forEach(topic -> writeAll(AGGREGATE, topic));
        rollUp();
        if (watching) {
            watch();
            watchRolledUp();
        }
        return topology;
    }

    /** Beside the aggregates: what waits now, and the alerts that it raises. */
    private void watch() {
        List<String> read = names(Topics.events());
        topology.addProcessor(
                WATCH, () -> new WatchNode(recentRows, watched, read, telemetry), ASSEMBLE, AGGREGATE, ADMIT);
        topology.addStateStore(store(Queues.ITEMS.store()), ASSEMBLE, WATCH);
        topology.addStateStore(PreCommit.builder(BEFORE_WATCHED), WATCH);
        topology.addStateStore(store(Watch.QUEUES.store()), WATCH);
        topology.connectProcessorAndStateStores(
                WATCH,
                Ledger.COMPLETENESS.store(),
                Deliveries.LANE_STATES.store(),
                Aggregation.WINDOWS.store()); // read at the start only
        writeWatched(WATCH);
        topology.addSink(
                SEND_QUEUE_PARTS,
                Topics.QUEUE_PARTS.name(prefix),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                WATCH);
    }

    private void watchRolledUp() {
        String parts = Topics.QUEUE_PARTS.name(prefix);
        topology.addSource(READ_QUEUE_PARTS, new ByteArrayDeserializer(), new ByteArrayDeserializer(), parts);
        topology.addProcessor(
                WATCH_ROLLED_UP, () -> new GroupWatchNode(recentRows, watched, parts, telemetry), READ_QUEUE_PARTS);
        topology.addStateStore(PreCommit.builder(BEFORE_WATCHED_ROLLED_UP), WATCH_ROLLED_UP);
        topology.addStateStore(store(GroupWatch.PARTS.store()), WATCH_ROLLED_UP);
        writeWatched(WATCH_ROLLED_UP);
    }

    private void writeWatched(String node) {
        writeAll(node, Topics.QUEUES);
        write(node, Topics.ALERTS);
        write(node, Topics.ALERTS_JSON);
    }

    /** The one place where something is re-keyed: the small sums of repositories, to their team and organisation. */
    private void rollUp() {
        String parts = Topics.ROLL_UP_PARTS.name(prefix);
        topology.addSink(SEND_PARTS, parts, new ByteArraySerializer(), new ByteArraySerializer(), AGGREGATE);
        topology.addSource(READ_PARTS, new ByteArrayDeserializer(), new ByteArrayDeserializer(), parts);
        topology.addProcessor(ROLL_UP, () -> new RollUp(recentRows, memory, pace), READ_PARTS);
        topology.addStateStore(PreCommit.builder(BEFORE_ROLLED_UP), ROLL_UP);
        topology.addStateStore(store(RollUps.ROLLED_UP.store()), ROLL_UP);
        Topics.aggregates().forEach(topic -> writeAll(ROLL_UP, topic));
    }

    private void readEvents() {
        String[] names = names(Topics.events()).toArray(String[]::new);
        topology.addSource(READ, new ByteArrayDeserializer(), new ByteArrayDeserializer(), names);
    }

    private List<String> names(List<? extends Topic<?, ?>> topics) {
        return topics.stream().map(topic -> topic.name(prefix)).toList();
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

    /** An aggregate and its twin that keeps every version. */
    private void writeAll(String node, Topic<?, ?> aggregate) {
        Wire twice = wire.remembering();
        write(node, aggregate, twice);
        write(node, Topics.revisions(aggregate), twice);
    }

    /** What is written later must not have to wait for a registry that is away by then. */
    private void prepare() {
        wire.prepare(prefix, written, Topics.events());
    }

    private <K, V> void write(String node, Topic<K, V> topic) {
        write(node, topic, wire);
    }

    private <K, V> void write(String node, Topic<K, V> topic, Wire serdes) {
        written.add(topic);
        String sink = sink(node, topic);
        if (topic.keyClass() == byte[].class) {
            topology.addSink(sink, topic.name(prefix), new ByteArraySerializer(), new ByteArraySerializer(), node);
            return;
        }
        topology.addSink(
                sink,
                topic.name(prefix),
                serdes.serializer(topic.keyClass(), true),
                serdes.serializer(topic.valueClass(), false),
                node);
    }

    /** The name of the node that writes a topic for another node. Roll-ups have their own: a shared one would tie their tasks to those of the repositories. */
    static String sink(String node, Topic<?, ?> topic) {
        boolean rolledUp = node.equals(ROLL_UP) || node.equals(WATCH_ROLLED_UP);
        String verb = rolledUp ? "write-rolled-up-" : "write-";
        return verb + topic.name().replaceAll("\\.v\\d+", "");
    }
}
