package dev.streamgauge.standalone.doctor;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.RegistryClient;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.commands.DoctorCommand;
import dev.streamgauge.standalone.commands.TopicsCommand;
import dev.streamgauge.standalone.settings.ServiceSettings;
import dev.streamgauge.standalone.testkit.CommandRun;
import dev.streamgauge.standalone.testkit.ServeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor without a source, against a real broker and registry. */
class InstallationTest {

    private static Platform platform;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        platform = Platform.start(PlatformConfig.temporary());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void allIsWellOnceTheTopicsAreApplied() throws Exception {
        // Given
        Path config = config("well.");
        CommandRun before = doctor(config);
        topicsApplied(config);

        // When
        CommandRun run = doctor(config);

        // Then
        assertThat(before.code()).isEqualTo(1);
        assertThat(before.out())
                .containsPattern("WRONG +topics +missing: well.events.commits.v1, ")
                .contains("./streamgauge topics apply creates them");
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out().lines().filter(line -> !line.startsWith(" ")))
                .extracting(line -> line.substring(9, 18).strip())
                .containsExactly(
                        "settings", "broker", "registry", "clock", "topics", "acls", "doors", "secret", "state");
        assertThat(run.out())
                .containsPattern("registry +it answers, and takes our schemas for [0-9]{2} subjects")
                .contains(
                        "clock and the registry's agree", "; Kafka does not tell before they are used, or are there: ")
                .contains("WRITE transactional-id well.processors-*");
    }

    @Test
    void driftIsExplained() throws Exception {
        // Given
        Path config = config("drifted.");
        topicsApplied(config);
        set(Topics.CHANGES, "drifted.", "cleanup.policy", "delete");
        set(Topics.BUILDS, "drifted.", "retention.ms", "3600000");

        // When
        CommandRun run = doctor(config, "--output", "json");

        // Then
        JsonNode topics = findings(run, "topics");
        assertThat(run.code()).isEqualTo(1);
        assertThat(topics.findValuesAsText("status")).containsExactlyInAnyOrder("ok", "warning", "wrong");
        assertThat(topics.findValuesAsText("advice"))
                .contains("topics apply sets cleanup.policy=compact")
                .anyMatch(advice -> advice.contains("somebody chose this for the topic"));
    }

    @Test
    void everySubjectIsComparedWithTheRegistry() throws Exception {
        // Given
        Path config = config("foreign.");
        RegistryClient.from(platform.clientConfig())
                .register(
                        "foreign.lanes.v1-value",
                        SchemaBuilder.record("Lane")
                                .fields()
                                .requiredInt("other")
                                .endRecord());

        // When
        CommandRun run = doctor(config, "--role", "processors");

        // Then
        assertThat(run.out())
                .containsPattern(
                        "WRONG +registry +it has schemas with which ours are not compatible: foreign.lanes.v1-value");
    }

    @Test
    void aSchemaThatNobodyRegisteredIsMissedWhereWeMayNot() throws Exception {
        // When
        CommandRun run = CommandRun.of(
                new DoctorCommand(Map.of("STREAMGAUGE_AUTO_REGISTER_SCHEMAS", "false")),
                "doctor",
                "--role",
                "gateway",
                "--config",
                config("unregistered.").toString());

        // Then
        assertThat(run.out())
                .containsPattern(
                        "WRONG +registry +it does not have our schemas for unregistered.events.commits.v1-value");
    }

    @Test
    void aClockThatIsWrongIsTold() throws IOException {
        // Given
        RegistryChecks checks = new RegistryChecks(ServiceSettings.read(config("clock."), Map.of()));
        Clock ours = Clock.systemUTC();

        // Then
        assertThat(checks.clock(ours).status()).isEqualTo(Finding.Status.OK);
        assertThat(checks.clock(Clock.offset(ours, Duration.ofSeconds(30))))
                .satisfies(found -> assertThat(found.status()).isEqualTo(Finding.Status.WARNING))
                .satisfies(found -> assertThat(found.message()).contains("s ahead of the registry's"));
        assertThat(checks.clock(Clock.offset(ours, Duration.ofMinutes(-10))).status())
                .isEqualTo(Finding.Status.WRONG);
    }

    @Test
    void nothingThatDependsOnSettingsIsLookedAtWhenTheyAreWrong() throws IOException {
        // Given
        Path config = new ServeFile(platform, "wrong.")
                .processors()
                .set("processors.threads", "many")
                .in(directory.resolve("wrong.properties"));

        // When
        CommandRun run = doctor(config);

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("WRONG +settings +.*processors.threads")
                .containsPattern("ok +broker")
                .containsPattern("skipped +acls")
                .containsPattern("skipped +state");
    }

    private static JsonNode findings(CommandRun run, String check) throws IOException {
        var found = new ObjectMapper().createArrayNode();
        for (JsonNode each : new ObjectMapper().readTree(run.out()).path("checks")) {
            if (each.path("check").asText().equals(check)) {
                found.add(each);
            }
        }
        return found;
    }

    private static void topicsApplied(Path config) {
        CommandRun applied =
                CommandRun.of(new TopicsCommand(Map.of()), "topics", "apply", "--config", config.toString());
        assertThat(applied.code()).as(applied.err()).isZero();
    }

    private static void set(Topic<?, ?> topic, String prefix, String name, String value) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name(prefix));
        try (Admin admin = Admin.create(platform.clientConfig())) {
            admin.incrementalAlterConfigs(
                            Map.of(resource, List.of(new AlterConfigOp(new ConfigEntry(name, value), OpType.SET))))
                    .all()
                    .get();
            eventually(
                    Duration.ofSeconds(30),
                    "the broker shows it",
                    () -> admin.describeConfigs(List.of(resource))
                            .values()
                            .get(resource)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join()
                            .get(name)
                            .value()
                            .equals(value));
        }
    }

    private static CommandRun doctor(Path config, String... more) {
        List<String> arguments = new ArrayList<>(List.of("doctor", "--config", config.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(new DoctorCommand(Map.of()), arguments.toArray(String[]::new));
    }

    private Path config(String prefix) throws IOException {
        return new ServeFile(platform, prefix)
                .gateway("the-secret-of-github")
                .processors()
                .in(directory.resolve(prefix + "properties"));
    }
}
