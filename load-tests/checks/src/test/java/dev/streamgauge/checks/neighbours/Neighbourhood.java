package dev.streamgauge.checks.neighbours;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.checks.Batch;
import dev.streamgauge.checks.connect.PluginZip;
import dev.streamgauge.checks.connect.WorkerProcess;
import dev.streamgauge.oracle.Oracle;
import dev.streamgauge.oracle.Section;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.access.Acl;
import dev.streamgauge.standalone.access.Operation;
import dev.streamgauge.standalone.access.Pattern;
import dev.streamgauge.standalone.access.Resource;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.commands.GitCommand;
import dev.streamgauge.standalone.testkit.CommandRun;
import dev.streamgauge.standalone.testkit.GitHubSender;
import dev.streamgauge.standalone.testkit.RolesApart;
import dev.streamgauge.standalone.testkit.RolesApart.Place;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.cluster.Certificates;
import dev.streamgauge.standalone.testkit.cluster.Cluster;
import dev.streamgauge.standalone.testkit.cluster.RegistryProcess;
import dev.streamgauge.standalone.testkit.cluster.Scram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Three brokers that want TLS, a password and an ACL for everything; our roles as processes and users of their own; and others who read what they publish. */
final class Neighbourhood implements AutoCloseable {

    static final String PREFIX = "near.";

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String CLONE = "clone";
    private static final String READER = "reader";
    private static final String CONNECT = "connect";
    private static final int COMMITS = 20;
    private static final String RULES = """
            rules:
              - { name: CiWaits, kind: depth, scope: { queue: ci }, threshold: 0, for: 2s }
            """;

    private final Path directory;
    private final Certificates certificates;
    private final Scram security;
    private final Cluster cluster;
    private final RegistryProcess registry;
    private final RolesApart roles;

    Neighbourhood(Path directory) throws IOException {
        this.directory = directory;
        this.certificates = Certificates.in(directory.resolve("certificates"));
        this.security = new Scram(
                certificates, RolesApart.GATEWAY, RolesApart.PROCESSORS, RolesApart.ALERTING, CLONE, READER, CONNECT);
        this.cluster = Cluster.start(3, directory, security, Map.of());
        this.registry = RegistryProcess.start(directory);
        this.roles = new RolesApart(new Place(cluster, security, registry, PREFIX, directory));
    }

    /** Creates topics, gives rights, and starts the roles. */
    void open() throws IOException {
        roles.createTopics();
        roles.rules(RULES);
        roles.allowRoles();
        roles.allow(
                CLONE,
                Topics.events().stream()
                        .map(topic -> topic(topic, Operation.WRITE))
                        .toList());
        roles.allow(
                READER,
                List.of(
                        topic(Topics.ALERTS_JSON, Operation.READ),
                        topic(Topics.LEAD_TIME, Operation.READ),
                        groups(READER)));
        roles.allow(CONNECT, List.of(topic(Topics.LEAD_TIME, Operation.READ), groups("connect-")));
        roles.startAll();
    }

    private static Acl topic(Topic<?, ?> topic, Operation operation) {
        return new Acl(Resource.TOPIC, topic.name(PREFIX), Pattern.LITERAL, operation, "");
    }

    private static Acl groups(String beginning) {
        return new Acl(Resource.GROUP, beginning, Pattern.PREFIXED, Operation.READ, "");
    }

    /** A job waits, as a signed webhook tells; the sink tells a receiver. What was told. */
    String alert() throws IOException, InterruptedException {
        roles.github().untilTaken("workflow_job", "d-1", GitHubSender.queued(1, Instant.now()));
        eventually(SOON, "somebody is told", () -> !roles.pager().requests().isEmpty());
        roles.github().untilTaken("push", "d-2", GitHubSender.push(1));
        return roles.pager().requests().get(0).json().at("/payload/summary").asText();
    }

    /** The history of a clone, by {@code ./streamgauge git}. What it printed. */
    String history() throws IOException {
        Clone clone = Clone.in(directory.resolve("repository"), COMMITS);
        Path file = new ServeFile(cluster.bootstrapServers(), registry.url(), PREFIX)
                .kafka(security.client(CLONE))
                .in(directory.resolve("git.properties"));
        CommandRun run = CommandRun.of(
                new GitCommand(Map.of()), "git", clone.directory().toString(), "--config", file.toString());
        if (run.code() != 0) {
            throw new IllegalStateException(run.err());
        }
        return run.out().strip();
    }

    /** The alerts as kcat reads them from their mirror. */
    List<String> kcat() throws IOException {
        return Installed.lines(
                "kcat",
                "-C",
                "-q",
                "-e",
                "-b",
                cluster.bootstrapServers(),
                "-t",
                PREFIX + "alerts.json.v1",
                "-X",
                "security.protocol=SASL_SSL",
                "-X",
                "ssl.ca.location=" + certificates.authority(),
                "-X",
                "sasl.mechanism=PLAIN",
                "-X",
                "sasl.username=" + READER,
                "-X",
                "sasl.password=" + Scram.password(READER),
                "-X",
                "isolation.level=read_committed");
    }

    /** The lead times, keys and values, as Confluent's own consumer reads them. */
    List<String> confluent() throws IOException {
        return Installed.lines(
                Installed.PYTHON,
                "src/test/resources/neighbours/read_avro.py",
                cluster.bootstrapServers(),
                certificates.authority().toString(),
                READER,
                Scram.password(READER),
                registry.url(),
                PREFIX + "lead-time.v1");
    }

    /** A worker with our converter and Debezium's sink. */
    WorkerProcess worker() throws IOException {
        Path plugins = Files.createDirectories(directory.resolve("plugins"));
        PluginZip.CONNECT.into(plugins);
        Installed.run(
                Map.of(), "tar", "-xzf", Installed.jdbcSink().orElseThrow().toString(), "-C", plugins.toString());
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        security.client(CONNECT).forEach((name, value) -> {
            settings.put(name, value);
            settings.put("consumer." + name, value);
            settings.put("producer." + name, value);
            settings.put("admin." + name, value);
        });
        return WorkerProcess.start(settings, directory);
    }

    /** Lead times into a table, as docs/connect/bi.md has it. */
    Map<String, String> jdbcSink(Postgres postgres) {
        String converter = "dev.streamgauge.connectors.connect.StreamgaugeAvroConverter";
        Map<String, String> config = new HashMap<>();
        config.put("connector.class", "io.debezium.connector.jdbc.JdbcSinkConnector");
        config.put("topics", PREFIX + "lead-time.v1");
        config.put("connection.url", postgres.url());
        config.put("connection.username", Postgres.USER);
        config.put("connection.password", Postgres.PASSWORD);
        config.put("insert.mode", "upsert");
        config.put("delete.enabled", "true");
        config.put("primary.key.mode", "record_key");
        config.put("schema.evolution", "basic");
        config.put("quote.identifiers", "true"); // PostgreSQL has its own use for the word window.
        config.put("collection.name.format", "lead_time");
        config.put("field.exclude.list", PREFIX + "lead-time.v1:histogram");
        config.put("consumer.override.isolation.level", "read_committed");
        for (String part : List.of("key", "value")) {
            config.put(part + ".converter", converter);
            config.put(part + ".converter.schema.registry.url", registry.url());
        }
        return config;
    }

    /** The lead times that the oracle computes of all events that are in the topics now. */
    List<ObjectNode> oracle() {
        TopicReader reader = new TopicReader(roles.place().admin(), PREFIX);
        List<SpecificRecord> events = new ArrayList<>();
        Topics.events()
                .forEach(topic -> reader.each(topic, record -> {
                    if (record.value() != null) {
                        events.add(record.value());
                    }
                }));
        try (Oracle oracle = Oracle.open()) {
            return Batch.of(oracle, events).sections().get(Section.LEAD_TIME.title());
        }
    }

    RolesApart roles() {
        return roles;
    }

    @Override
    public void close() {
        roles.close();
        registry.close();
        cluster.close();
    }
}
