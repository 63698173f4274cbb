package dev.streamgauge.checks.neighbours;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static dev.streamgauge.standalone.testkit.RolesApart.GATEWAY;
import static dev.streamgauge.standalone.testkit.RolesApart.PROCESSORS;
import static dev.streamgauge.standalone.testkit.RolesApart.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamgauge.standalone.testkit.GitHubSender;
import dev.streamgauge.standalone.testkit.OwnJvm;
import dev.streamgauge.standalone.testkit.RolesApart;
import dev.streamgauge.standalone.testkit.RolesApart.Place;
import dev.streamgauge.standalone.testkit.ServeProcess;
import dev.streamgauge.standalone.testkit.cluster.Certificates;
import dev.streamgauge.standalone.testkit.cluster.Cluster;
import dev.streamgauge.standalone.testkit.cluster.FreePorts;
import dev.streamgauge.standalone.testkit.cluster.RegistryProcess;
import dev.streamgauge.standalone.testkit.cluster.Scram;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.SaslConfigs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Brokers that want a token of an identity provider, and an ACL for everything. The provider is gone after the last test. */
@TestMethodOrder(OrderAnnotation.class)
class OAuthTest {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration TOKEN = Duration.ofSeconds(15);
    private static final String RULES = """
            rules:
              - { name: CiWaits, kind: depth, scope: { queue: ci }, threshold: 0, for: 2s }
            """;

    @TempDir
    private static Path directory;

    private static Keycloak keycloak;
    private static Cluster cluster;
    private static RegistryProcess registry;
    private static RolesApart roles;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(Installed.keycloak()).as("Keycloak").isPresent();
        Certificates certificates = Certificates.in(directory.resolve("certificates"));
        keycloak = Keycloak.start(directory, certificates, TOKEN, ROLES);
        OAuth security = new OAuth(new Scram(certificates), keycloak, certificates);
        cluster = Cluster.start(1, directory, security, Map.of());
        registry = RegistryProcess.start(directory);
        roles = new RolesApart(new Place(cluster, security, registry, "oauth.", directory));
        roles.createTopics();
        roles.rules(RULES);
        roles.allowRoles();
        roles.startAll();
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : Arrays.asList(roles, registry, cluster, keycloak)) {
            if (each != null) {
                each.close();
            }
        }
    }

    @Test
    @Order(1)
    void aWebhookBecomesAnAlertLongAfterTheFirstTokensHaveExpired() throws Exception {
        // Given
        TimeUnit.MILLISECONDS.sleep(2 * TOKEN.toMillis());

        // When
        roles.github().untilTaken("workflow_job", "d-1", GitHubSender.queued(1, Instant.now()));

        // Then
        eventually(SOON, "somebody is told", () -> !roles.pager().requests().isEmpty());
        assertThat(ROLES)
                .allSatisfy(role -> assertThat(roles.role(role).says())
                        .doesNotContain("\tat ", Keycloak.secret(role), "uthoriz", "uthentic"));
    }

    @Test
    void whoHasTheWrongSecretIsToldSoInALine() throws Exception {
        // Given
        Map<String, String> client =
                Map.of(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET, "not-the-secret");

        // When
        Said said = launch(ServeProcess.JVM.flags(roles.place().security().flags()), client);

        // Then
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .hasLineCount(1)
                .contains("there is no token: the identity provider answers 401", "client.credentials.client.secret")
                .doesNotContain("\tat ", "not-the-secret");
    }

    @Test
    void whoseJvmMayNotAskForTokensIsToldWhatToAllow() throws Exception {
        // When
        Said said = launch(ServeProcess.JVM, Map.of());

        // Then
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .hasLineCount(1)
                .contains("-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + keycloak.tokens())
                .doesNotContain("\tat ");
    }

    @Test
    void whoseProviderDoesNotAnswerIsToldSo() throws Exception {
        // Given
        String nowhere = "http://127.0.0.1:%d/token".formatted(FreePorts.of(1).get(0));
        OwnJvm jvm = ServeProcess.JVM.flags("-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + nowhere);

        // When
        Said said = launch(jvm, Map.of(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, nowhere));

        // Then
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .hasLineCount(1)
                .contains("there is no token: ", "sasl.oauthbearer.token.endpoint.url")
                .doesNotContain("\tat ");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void processorsEndWithALineWhenTheProviderStaysAway() throws Exception {
        // Given
        ServeProcess processors = roles.role(PROCESSORS);

        // When
        keycloak.close();

        // Then
        eventually(SOON, "they end", () -> !processors.isAlive());
        assertThat(processors.awaitEnd()).isEqualTo(1);
        assertThat(processors.says().lines().reduce((earlier, last) -> last))
                .hasValueSatisfying(last ->
                        assertThat(last).startsWith("streamgauge: ").contains("the brokers do not take our token"));
        assertThat(processors.says()).doesNotContain("\tat ", Keycloak.secret(PROCESSORS));
    }

    private record Said(int code, String text) {}

    private static Said launch(OwnJvm jvm, Map<String, String> other) throws Exception {
        Map<String, String> client = new HashMap<>(roles.place().security().client(GATEWAY));
        client.putAll(other);
        Path file = roles.settings(GATEWAY).kafka(client).in(directory.resolve("wrong.properties"));
        try (ServeProcess gateway = ServeProcess.launch(jvm, file, Map.of(), "--role", GATEWAY)) {
            int code = gateway.awaitEnd();
            return new Said(code, gateway.says());
        }
    }
}
