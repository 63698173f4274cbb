package dev.streamgauge.checks.acls;

import static dev.streamgauge.standalone.testkit.RolesApart.ALERTING;
import static dev.streamgauge.standalone.testkit.RolesApart.GATEWAY;
import static dev.streamgauge.standalone.testkit.RolesApart.PROCESSORS;
import static dev.streamgauge.standalone.testkit.RolesApart.ROLES;

import dev.streamgauge.connectors.alerting.testkit.Eventually;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.standalone.access.Acl;
import dev.streamgauge.standalone.access.Operation;
import dev.streamgauge.standalone.access.Resource;
import dev.streamgauge.standalone.pipeline.EventWriter;
import dev.streamgauge.standalone.testkit.GitHubSender;
import dev.streamgauge.standalone.testkit.RolesApart;
import dev.streamgauge.standalone.testkit.RolesApart.Place;
import dev.streamgauge.standalone.testkit.ServeProcess;
import dev.streamgauge.standalone.testkit.cluster.Certificates;
import dev.streamgauge.standalone.testkit.cluster.Cluster;
import dev.streamgauge.standalone.testkit.cluster.RegistryProcess;
import dev.streamgauge.standalone.testkit.cluster.Scram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** One broker that denies what no ACL allows. It stays up; a role is started anew without one of its rights, and given something to do. */
final class AclDrill implements AutoCloseable {

    static final String PREFIX = "acl.";

    private static final String SOURCE = "gerrit";

    private static final Duration NOTICED = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Path SAMPLE = Path.of("../samples/organisation.ndjson");
    private static final int EVENTS = 400;
    private static final String RULES = """
            rules:
              - { name: CiWaits, kind: depth, scope: { queue: ci }, threshold: 0, for: 0s }
            """;

    private final RegistryProcess registry;
    private final Cluster cluster;
    private final RolesApart roles;
    private int jobs;
    private int told;

    AclDrill(Path directory) throws IOException {
        Certificates certificates = Certificates.in(directory.resolve("certificates"));
        Scram security = new Scram(certificates, ROLES.toArray(String[]::new));
        this.cluster = Cluster.start(1, directory, security, Map.of());
        this.registry = RegistryProcess.start(directory);
        this.roles = new RolesApart(new Place(cluster, security, registry, PREFIX, directory));
        roles.tell(GATEWAY, Map.of("source.review.provider", "gerrit", "source.review.topic", SOURCE));
        roles.tell(ALERTING, Map.of("alerting.receiver.pager.change.environments", "production"));
        roles.createTopics();
        createSource();
        roles.rules(RULES);
        roles.allowRoles();
    }

    /** Somebody else's. */
    private void createSource() {
        try (Admin admin = Admin.create(roles.place().admin())) {
            admin.createTopics(List.of(new NewTopic(SOURCE, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With all rights: a webhook is told to a receiver. */
    void everythingWorks() throws IOException, InterruptedException {
        roles.startAll();
        job();
        Eventually.eventually(
                SOON, "somebody is told", () -> !roles.pager().requests().isEmpty());
    }

    /** The rights of a role. */
    List<Acl> rights(String role) throws IOException {
        return roles.needed(role);
    }

    /** Takes one right away, and gives it back. */
    Denied without(String role, Acl right) throws IOException, InterruptedException {
        roles.deny(role, right);
        try {
            Doctor doctor = Doctor.of(roles.examine(role), right);
            Optional<String> atStart = roles.refusedAtStart(role);
            return atStart.isPresent()
                    ? new Denied(role, right, "does not start", atStart.get(), doctor)
                    : whileRunning(role, right, doctor);
        } finally {
            roles.allow(role, List.of(right));
        }
    }

    private Denied whileRunning(String role, Acl right, Doctor doctor) throws IOException, InterruptedException {
        stop(role);
        ServeProcess process = roles.launch(role);
        give(role);
        awaitComplaint(process);
        String message = Complaint.of(process);
        stop(role);
        String step = message.contains("they stop") ? "stops" : "says so";
        return new Denied(role, right, message.isEmpty() ? "" : step, message, doctor);
    }

    private static void awaitComplaint(ServeProcess process) {
        try {
            Eventually.eventually(
                    NOTICED, "it complains", () -> !Complaint.of(process).isEmpty());
        } catch (AssertionError e) {
            System.err.println("Not missed for a minute: " + process.says());
        }
    }

    /** Something to do that takes all rights. */
    private void give(String role) throws IOException, InterruptedException {
        if (role.equals(GATEWAY)) {
            return; // It asks for all its topics at once.
        }
        if (role.equals(ALERTING)) {
            roles.pager().answer(410); // The refusal is published, too.
        } else {
            history();
        }
        if (roles.role(GATEWAY) != null && roles.role(GATEWAY).isAlive()) {
            job();
        }
    }

    private void job() throws IOException, InterruptedException {
        jobs++;
        // A queue that already alerts would tell nothing new.
        String body = GitHubSender.queued("acme/part-" + jobs, jobs, Instant.now());
        roles.github().untilTaken("workflow_job", "d-" + jobs, body);
    }

    private void history() throws IOException {
        try (EventWriter writer = new EventWriter(roles.place().admin(), PREFIX, "");
                var lines = Files.lines(SAMPLE)) {
            lines.skip(told).limit(EVENTS).forEach(line -> write(writer, line));
            writer.flush();
            told += EVENTS; // The same again would change nothing.
        }
    }

    private static void write(EventWriter writer, String line) {
        try {
            writer.write(EventJson.parse(line), null);
        } catch (BadEventException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a role again with all its rights. */
    void restore(String role) throws IOException {
        roles.launch(role).awaitReady();
    }

    /** Ends it; its state, which can be read again from Kafka, is thrown away. */
    void stop(String role) throws IOException, InterruptedException {
        if (roles.role(role) == null) {
            return;
        }
        roles.role(role).kill();
        roles.role(role).awaitEnd();
        if (role.equals(PROCESSORS)) {
            new ProcessBuilder(
                            "rm",
                            "-rf",
                            roles.place().directory().resolve("state").toString())
                    .start()
                    .waitFor();
        }
    }

    /** Rights that are used only once come first: nobody has created the topics of the state yet. */
    static boolean isFirst(Acl right) {
        return right.resource() == Resource.TOPIC && right.operation() == Operation.CREATE;
    }

    @Override
    public void close() {
        roles.close();
        registry.close();
        cluster.close();
    }
}
