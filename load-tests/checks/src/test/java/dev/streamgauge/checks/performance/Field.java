package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.ThrownAway;
import dev.streamgauge.generator.Emission;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topic.Usage;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.demo.Agreement;
import dev.streamgauge.standalone.pipeline.EventWriter;
import dev.streamgauge.standalone.report.Report;
import dev.streamgauge.standalone.serve.ClusterException;
import dev.streamgauge.standalone.serve.ClusterTopics;
import dev.streamgauge.standalone.testkit.cluster.OneBroker;
import dev.streamgauge.standalone.testkit.cluster.RegistryProcess;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/** A broker, a registry, each a process of its own, and the events of a simulated organisation, for everybody who contends. */
final class Field implements AutoCloseable {

    static final String PREFIX = "race.";

    /** Of the processors. */
    static final String GROUP = PREFIX + "processors";

    private static final int PARTITIONS = Topics.DEFAULT_PARTITIONS;

    /** How many repositories there are, unless somebody wants to know what becomes of one that is hot. */
    static final int REPOSITORIES = 400;

    private final Path directory;
    private final int repositories;
    private final OneBroker broker;
    private final RegistryProcess registry;
    private final Admin admin;

    Field(Path directory) throws ExecutionException, InterruptedException {
        this(directory, REPOSITORIES);
    }

    Field(Path directory, int repositories) throws ExecutionException, InterruptedException {
        this.directory = directory;
        this.repositories = repositories;
        this.broker = OneBroker.startFast(directory);
        this.registry = RegistryProcess.start(directory);
        this.admin = Admin.create(clients());
        createTopics();
    }

    /** How to reach both. */
    Map<String, Object> clients() {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                WireConfig.URL,
                registry.url());
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    String registry() {
        return registry.url();
    }

    Path directory() {
        return directory;
    }

    long brokerPid() {
        return broker.node(1).pid();
    }

    Admin admin() {
        return admin;
    }

    /** Where processors keep their state. */
    Path state() {
        return directory.resolve("state");
    }

    private void createTopics() {
        List<Topic<?, ?>> topics = Topics.all().stream()
                .<Topic<?, ?>>map(topic -> topic.partitions() == 1 ? topic : topic.withPartitions(PARTITIONS))
                .toList();
        try (ClusterTopics cluster = new ClusterTopics(clients(), PREFIX)) {
            cluster.create(cluster.missing(topics));
        } catch (ClusterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws away what processors have made. */
    void clear() throws ExecutionException, InterruptedException, IOException {
        ThrownAway.all(admin, PREFIX, state());
        createTopics();
    }

    /** What has happened there, as that many events, in the order of arrival. */
    Iterator<Emission> organisation(long events) {
        return new UpToNow(repositories).events(events);
    }

    /** Publishes so many events. */
    void fill(long events) throws IOException {
        Iterator<Emission> organisation = organisation(events);
        try (EventWriter writer = new EventWriter(clients(), PREFIX, "It is part of a benchmark.");
                BufferedWriter lines = Files.newBufferedWriter(events())) {
            while (organisation.hasNext()) {
                var event = organisation.next().event();
                lines.write(EventJson.write(event));
                lines.write('\n');
                writer.write(event, null);
            }
            writer.flush();
        }
    }

    /** The events in their JSON form, a line each. */
    Path events() {
        return directory.resolve("events.ndjson");
    }

    /** Sees how far somebody has come who reads topics up to where they end now. */
    Tracker tracker(List<? extends Topic<?, ?>> topics) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> partitions = new HashMap<>();
        for (Topic<?, ?> topic : topics) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                partitions.put(new TopicPartition(topic.name(PREFIX), partition), 0L);
            }
        }
        return new Tracker(admin, Tracker.ends(admin, partitions));
    }

    /** A topic for what somebody writes who is no part of Streamgauge. */
    void createOutput(String name) throws ExecutionException, InterruptedException {
        create(new NewTopic(name, PARTITIONS, (short) 1));
    }

    /** The same for copies, which nobody reads, and which are many gigabytes. */
    void createCopies(String name) throws ExecutionException, InterruptedException {
        Map<String, String> few = Map.of(
                TopicConfig.RETENTION_BYTES_CONFIG,
                String.valueOf(256 << 20),
                TopicConfig.SEGMENT_BYTES_CONFIG,
                String.valueOf(64 << 20));
        create(new NewTopic(name, PARTITIONS, (short) 1).configs(few));
    }

    private void create(NewTopic topic) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(topic)).all().get();
    }

    /** What a peer has written last of each of its aggregates; those of nothing are left out. */
    Map<String, String> counted(String output) {
        Map<String, String> last = new HashMap<>();
        new TopicReader(clients(), "").each(text(output), found -> last.put(found.key(), found.value()));
        last.values().removeIf(value -> value.startsWith("0,"));
        return last;
    }

    private static Topic<String, String> text(String name) {
        return new Topic<>(
                name,
                String.class,
                String.class,
                Topics.ROLL_UP_PARTS.storage(),
                new Usage("a peer", "the benchmark", "Aggregates, as text"));
    }

    /**
     * Holds what processors have published against the batch oracle.
     *
     * @return how many facts and aggregates were compared
     * @throws IllegalStateException if something is wrong: then its rate says nothing
     */
    long verify() throws IOException {
        Agreement agreement = Agreement.of(Report.read(new TopicReader(clients(), PREFIX)), events());
        int wrong = agreement.comparison().differences().size();
        if (wrong > 0 || agreement.compared() == 0) {
            throw new IllegalStateException("%d of %d are wrong: %s"
                    .formatted(
                            wrong, agreement.compared(), agreement.comparison().describe(10)));
        }
        return agreement.compared();
    }

    @Override
    public void close() {
        admin.close();
        registry.close();
        broker.close();
    }
}
