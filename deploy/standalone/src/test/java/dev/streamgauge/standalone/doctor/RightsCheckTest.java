package dev.streamgauge.standalone.doctor;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.access.Acl;
import dev.streamgauge.standalone.access.AclBindings;
import dev.streamgauge.standalone.access.Acls;
import dev.streamgauge.standalone.access.Operation;
import dev.streamgauge.standalone.access.Resource;
import dev.streamgauge.standalone.access.Use;
import dev.streamgauge.standalone.doctor.Finding.Status;
import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.serve.TopicKeeper;
import dev.streamgauge.standalone.settings.ServiceSettings;
import dev.streamgauge.standalone.testkit.AclFile;
import dev.streamgauge.standalone.testkit.cluster.Cluster;
import dev.streamgauge.standalone.topics.Creation;
import dev.streamgauge.standalone.topics.Drift;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that refuses what no ACL allows. */
class RightsCheckTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String USER = "streamgauge";
    private static final String WRITER = "writer";
    private static final Denying SECURITY = new Denying(USER, WRITER);

    @TempDir
    private static Path directory;

    private static Cluster cluster;
    private static Admin admin;
    private static List<Acl> needed;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start(1, directory, SECURITY, Map.of());
        admin = Admin.create(cluster.admin());
        ServiceSettings keeper = settings(Denying.ADMIN);
        List<Use> uses = new ArrayList<>();
        for (Role role : Role.values()) {
            new TopicKeeper(keeper, role.with(keeper).topics(), Optional.empty()).apply();
            uses.addAll(role.with(keeper).uses());
        }
        needed = Acls.of(uses, keeper.prefix());
        admin.createTopics(List.of(new NewTopic("gerrit", Optional.of(1), Optional.empty())))
                .all()
                .get();
    }

    @AfterAll
    static void stop() {
        admin.close();
        cluster.close();
    }

    @BeforeEach
    void nothingIsAllowed() throws Exception {
        admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
        eventually(SOON, "the broker refuses", () -> found().message().contains("READ group sg.processors,"));
    }

    @Test
    void whatIsNotAllowedIsNamedWithTheCallsThatAllowIt() {
        // When
        Finding found = found();

        // Then
        assertThat(found.status()).isEqualTo(Status.WRONG);
        assertThat(found.message())
                .contains(
                        "WRITE topic sg.events.commits.v1",
                        "CREATE topic sg.processors-*",
                        "READ topic sg.processors-*",
                        "READ group sg.alerting*",
                        "WRITE transactional-id sg.processors-*")
                .doesNotContain("Kafka does not tell");
        assertThat(found.advice())
                .contains(
                        "kafka-acls.sh --bootstrap-server " + cluster.bootstrapServers()
                                + " --add --allow-principal User:streamgauge --operation ",
                        " --operation Read --group sg.alerting --resource-pattern-type prefixed");
    }

    @Test
    void theListOfTheRolesIsEnough() throws Exception {
        // Given
        allow(needed);

        // When
        eventually(SOON, "the rights are there", () -> found().status() == Status.OK);

        // Then
        assertThat(found().message())
                .isEqualTo(
                        "%d rights are there; Kafka does not tell before they are used, or are there: READ topic sg.processors-*, WRITE topic sg.processors-*, WRITE transactional-id sg.processors-*"
                                .formatted(needed.size() - 3));
    }

    @Test
    void oneThatIsMissingIsTheOnlyOneThatIsNamed() throws Exception {
        for (Acl missing : List.of(
                one(Resource.TOPIC, Operation.READ, "sg.rules.v1"),
                one(Resource.TOPIC, Operation.WRITE, "sg.alerts.v1"),
                one(Resource.TOPIC, Operation.CREATE, "sg.processors-"),
                one(Resource.GROUP, Operation.READ, "sg.processors"))) {
            // Given
            allow(needed.stream().filter(acl -> !acl.equals(missing)).toList());
            String says = "its user may not %s %s %s"
                    .formatted(missing.operation(), missing.resource().label(), missing.name());

            // When
            eventually(SOON, says, () -> found().message().matches(java.util.regex.Pattern.quote(says) + "\\*?;.*"));

            // Then
            admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
        }
    }

    @Test
    void producersThatAreSomebodyElseAreAskedForTheirOwnRights() throws Exception {
        // Given
        allow(needed);
        AclFile file = file(USER, "sg.");
        SECURITY.client(WRITER).forEach((name, value) -> file.with("producer." + name, value));
        ServiceSettings settings = ServiceSettings.read(file.written(), Map.of());
        eventually(SOON, "the rights are there", () -> found().status() == Status.OK);

        // When
        List<Finding> found = new RightsCheck(settings).of(needed);

        // Then
        assertThat(found).extracting(Finding::status).containsExactlyInAnyOrder(Status.OK, Status.WRONG);
        assertThat(found)
                .filteredOn(finding -> finding.status() == Status.WRONG)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .startsWith("the user of producer.* may not ")
                            .contains("WRITE topic sg.events.commits.v1")
                            .doesNotContain("READ");
                    assertThat(finding.advice()).contains("--allow-principal User:writer ");
                });
    }

    @Test
    void theTopicsOfTheStateAreKnownOnceThereIsOne() throws Exception {
        // Given
        admin.createTopics(List.of(new NewTopic("sg.processors-changes-changelog", Optional.of(1), Optional.empty())))
                .all()
                .get();
        allow(needed.stream()
                .filter(acl -> !acl.name().equals("sg.processors-") || acl.operation() != Operation.WRITE)
                .toList());

        // When
        eventually(
                SOON,
                "it is known",
                () -> found().message()
                        .equals(
                                "its user may not WRITE topic sg.processors-*, WRITE transactional-id sg.processors-*"));

        // Then
        admin.deleteTopics(List.of("sg.processors-changes-changelog")).all().get();
    }

    @Test
    void theSettingsOfTopicsAreNotKnownToWhoOnlyRunsTheRoles() throws Exception {
        // Given
        allow(needed);
        eventually(SOON, "the rights are there", () -> found().status() == Status.OK);

        // When
        List<Finding> topics = new PlanCheck(settings(USER)).of(List.of(Topics.CHANGES));

        // Then
        assertThat(topics).extracting(Finding::status).containsExactly(Status.OK, Status.WARNING);
        assertThat(topics.get(1).message()).startsWith("their settings cannot be known: ");
    }

    @Test
    void whoKeepsTopicsNeedsNoMoreThanTheListForApply() throws Exception {
        // Given
        List<Topic<?, ?>> topics = List.of(Topics.CHANGES, Topics.RULES);
        String drifted = Topics.CHANGES.name("kept.");
        admin.createTopics(List.of(new NewTopic(drifted, Optional.of(4), Optional.empty())))
                .all()
                .get();
        TopicKeeper keeper = new TopicKeeper(settings(USER, "kept."), topics, Optional.empty());
        assertThatThrownBy(keeper::plan).hasMessageContaining("topics acls --for-apply");
        allow(Acls.ofTopicKeeper(topics, "kept."));
        eventually(SOON, "it may be planned", () -> canPlan(keeper));

        // When
        TopicKeeper.Done done = keeper.apply();

        // Then
        assertThat(done.created()).extracting(Creation::topic).containsExactly(Topics.RULES);
        assertThat(done.mended()).extracting(Drift::what).contains("cleanup.policy");
        assertThat(done.left()).isEmpty();
    }

    private static boolean canPlan(TopicKeeper keeper) {
        try {
            return keeper.plan().missing().size() == 1;
        } catch (StandaloneException e) {
            return false;
        }
    }

    private static Acl one(Resource resource, Operation operation, String name) {
        return needed.stream()
                .filter(acl -> acl.resource() == resource
                        && acl.operation() == operation
                        && acl.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void allow(Collection<Acl> acls) throws Exception {
        admin.createAcls(acls.stream()
                        .map(acl -> AclBindings.of(acl, "User:" + USER))
                        .toList())
                .all()
                .get();
    }

    private static Finding found() {
        try {
            return new RightsCheck(settings(USER)).of(needed).get(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServiceSettings settings(String user) throws IOException {
        return settings(user, "sg.");
    }

    private static ServiceSettings settings(String user, String prefix) throws IOException {
        return ServiceSettings.read(file(user, prefix).written(), Map.of());
    }

    private static AclFile file(String user, String prefix) {
        AclFile file = new AclFile(directory)
                .with("bootstrap.servers", cluster.bootstrapServers())
                .with("topic.prefix", prefix);
        SECURITY.client(user).forEach((name, value) -> file.with("kafka." + name, value));
        return file;
    }
}
