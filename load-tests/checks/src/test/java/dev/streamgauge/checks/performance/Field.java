package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.ThrownAway;
import dev.streamgauge.generator.Emission;
import dev.streamgauge.generator.GeneratorConfig;
import dev.streamgauge.generator.Organisation;
import dev.streamgauge.schemas.Topic;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** A broker, a registry, each a process of its own, and the events of a simulated organisation, for everybody who contends. */
final class Field implements AutoCloseable {

    static final String PREFIX = "race.";

    private static final int PARTITIONS = Topics.DEFAULT_PARTITIONS;
    private static final int REPOSITORIES = 400;
    private static final Duration LENGTH = Duration.ofDays(365);

    /** The past: what is waited for now is alerted in any case. */
    private static final Instant START = Instant.parse("2025-03-03T06:00:00Z");

    private final Path directory;
    private final OneBroker broker;
    private final RegistryProcess registry;
    private final Admin admin;

    Field(Path directory) {
        this.directory = directory;
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

    /** Publishes so many events. */
    void fill(long events) throws IOException {
        GeneratorConfig config = GeneratorConfig.of(42)
                .withRepositories(REPOSITORIES)
                .withStart(START)
                .withLength(LENGTH);
        Iterator<Emission> organisation = Organisation.of(config).iterator();
        try (EventWriter writer = new EventWriter(clients(), PREFIX, "It is part of a benchmark.");
                BufferedWriter lines = Files.newBufferedWriter(events())) {
            for (long written = 0; written < events; written++) {
                var event = organisation.next().event();
                lines.write(EventJson.write(event));
                lines.write('\n');
                writer.write(event, null);
            }
            writer.flush();
        }
    }

    private Path events() {
        return directory.resolve("events.ndjson");
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

    /** All partitions of the event topics. */
    static Stream<String> topics() {
        return Topics.events().stream().map(topic -> topic.name(PREFIX));
    }

    @Override
    public void close() {
        admin.close();
        registry.close();
        broker.close();
    }
}
