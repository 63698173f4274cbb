package dev.streamgauge.standalone.serve;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static dev.streamgauge.standalone.testkit.RolesApart.GATEWAY;
import static dev.streamgauge.standalone.testkit.RolesApart.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.streamgauge.connectors.alerting.testkit.Heard;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.commands.ServeCommand;
import dev.streamgauge.standalone.testkit.CommandRun;
import dev.streamgauge.standalone.testkit.GitHubSender;
import dev.streamgauge.standalone.testkit.RolesApart;
import dev.streamgauge.standalone.testkit.RolesApart.Place;
import dev.streamgauge.standalone.testkit.ServeFile;
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
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Brokers that speak TLS only, and want a password. */
class SecureServeTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String PREFIX = "secure.";
    private static final String ALL_MAY = "User:ANONYMOUS;User:admin;User:gateway;User:processors;User:alerting";
    private static final String RULES = """
            rules:
              - { name: CiWaits, kind: depth, scope: { queue: ci }, threshold: 0, for: 2s }
            """;

    @TempDir
    private static Path shared;

    @TempDir
    private Path directory;

    private static Certificates certificates;
    private static Scram security;
    private static Cluster cluster;
    private static RegistryProcess registry;

    @BeforeAll
    static void start() {
        certificates = Certificates.in(shared.resolve("certificates"));
        security = new Scram(certificates, ROLES.toArray(String[]::new));
        Map<String, String> further = Map.of(
                "super.users",
                ALL_MAY,
                "listener.name.cut.ssl.keystore.location",
                certificates.expired().toString());
        cluster = Cluster.start(1, shared, security, further);
        registry = RegistryProcess.start(shared);
    }

    @AfterAll
    static void stop() {
        registry.close();
        cluster.close();
    }

    private RolesApart roles() throws IOException {
        return new RolesApart(new Place(cluster, security, registry, PREFIX, directory));
    }

    @Test
    void aWebhookBecomesAFactAndAnAlertThatSomebodyIsTold() throws Exception {
        // Given
        try (RolesApart roles = roles()) {
            roles.createTopics();
            roles.rules(RULES);
            roles.startAll();

            // When
            roles.github().untilTaken("workflow_job", "d-1", GitHubSender.queued(1, Instant.now()));
            eventually(SOON, "somebody is told", () -> !roles.pager().requests().isEmpty());
            roles.github().untilTaken("push", "d-2", GitHubSender.push(1));
            TopicReader reader = new TopicReader(roles.place().admin(), PREFIX);
            eventually(
                    SOON,
                    "there is a fact",
                    () -> !reader.latest(Topics.CHANGES).isEmpty());

            // Then
            assertThat(Heard.keys(roles.pager())).allMatch(key -> key.startsWith("trigger "));
            assertThat(ROLES)
                    .allSatisfy(
                            role -> assertThat(roles.role(role).says()).doesNotContain("\tat ", Scram.password(role)));
        }
    }

    static Stream<Arguments> mistakes() {
        String trust = SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG;
        Path others = Certificates.in(shared.resolve("others")).trust();
        return Stream.of(
                arguments(
                        SaslConfigs.SASL_JAAS_CONFIG,
                        Scram.jaas(GATEWAY, "wrong"),
                        "the brokers do not take us for who we say we are"),
                arguments(trust, others, "is signed by nobody who is trusted: put it, or its signer's, into ssl."),
                arguments(
                        trust, "/nowhere/trust.p12", "store /nowhere/trust.p12 of type PKCS12 is not there: look at "),
                arguments(
                        SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG,
                        "wrong",
                        "does not open with its password: look at ssl.truststore.password"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whoIsRefusedIsToldWhyInALineAndNothingStarts(String name, Object value, String told) throws IOException {
        // Given
        Map<String, String> client = new HashMap<>(security.client(GATEWAY));
        client.put(name, value.toString());

        // When
        CommandRun run = run(cluster.bootstrapServers(), client);

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).hasLineCount(1).contains(told).doesNotContain("\tat ", "password=");
    }

    @Test
    void aCertificateThatHasExpiredIsCalledSo() throws IOException {
        // Given
        String servers = "127.0.0.1:" + cluster.behindProxies().get(0);

        // When
        CommandRun run = run(servers, security.client(GATEWAY));

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("Kafka at " + servers, "the broker's certificate has expired (NotAfter: ", "have a new one");
    }

    @Test
    void whoForgetsTlsIsToldSoInsteadOfWaitingForEver() throws Exception {
        // Given
        Map<String, String> client = new HashMap<>(security.client(GATEWAY));
        client.put("security.protocol", "PLAINTEXT");
        Path file = file(cluster.bootstrapServers(), client);

        // When
        try (ServeProcess gateway = ServeProcess.launch(file, Map.of(), "--role", GATEWAY)) {
            int code = gateway.awaitEnd();

            // Then
            assertThat(code).isEqualTo(1);
            assertThat(gateway.says())
                    .hasLineCount(1)
                    .contains(" speaks TLS, but kafka.security.protocol is PLAINTEXT: set it to SSL or SASL_SSL");
        }
    }

    private CommandRun run(String servers, Map<String, String> client) throws IOException {
        String file = file(servers, client).toString();
        return CommandRun.of(new ServeCommand(Map.of()), "serve", "--config", file, "--role", GATEWAY);
    }

    private Path file(String servers, Map<String, String> client) throws IOException {
        return new ServeFile(servers, registry.url(), PREFIX)
                .gateway(GitHubSender.SECRET)
                .kafka(client)
                .in(Files.createTempFile(directory, "wrong", ".properties"));
    }
}
