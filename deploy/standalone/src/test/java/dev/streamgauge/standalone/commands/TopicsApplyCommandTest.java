package dev.streamgauge.standalone.commands;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.testkit.CommandRun;
import dev.streamgauge.standalone.testkit.ServeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker. */
class TopicsApplyCommandTest {

    private static Platform platform;
    private static Admin admin;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        platform = Platform.start(PlatformConfig.temporary());
        admin = Admin.create(platform.clientConfig());
    }

    @AfterAll
    static void stop() {
        admin.close();
        platform.close();
    }

    @Test
    void whatIsMissingIsPlannedThenCreatedAndThenThereIsNothingToDo() throws Exception {
        // Given
        Path config = config("fresh.");
        CommandRun plan = topics("plan", config);

        // When
        CommandRun apply = topics("apply", config);

        // Then
        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out())
                .contains(
                        "missing   fresh.changes.v1: 4 partitions, the brokers' own number of replicas, cleanup.policy=compact delete.retention.ms=604800000\n")
                .endsWith("0 to mend, 0 for people\n");
        assertThat(apply.err()).isEmpty();
        assertThat(apply.code()).isZero();
        assertThat(apply.out()).contains("created   fresh.changes.v1: ").endsWith("0 mended, 0 left for people\n");
        assertThat(topics("plan", config).out()).isEqualTo("0 to create, 0 to mend, 0 for people\n");
        assertThat(topics("plan", config).code()).isZero();
        assertThat(admin.listTopics().names().get())
                .filteredOn(name -> name.startsWith("fresh."))
                .hasSize(apply.out().lines().toList().size() - 1);
    }

    @Test
    void whatDriftsIsExplainedAndMendedAsFarAsThatHarmsNobody() throws Exception {
        // Given
        Path config = config("drifted.");
        create("drifted.events.commits.v1", 8, Map.of("message.timestamp.type", "CreateTime"));
        create(
                "drifted.events.builds.v1",
                4,
                Map.of("retention.ms", "3600000", "message.timestamp.type", "LogAppendTime"));
        create("drifted.changes.v1", 4, Map.of());
        create("drifted.somebody-elses", 1, Map.of("retention.ms", "60000"));
        CommandRun plan = topics("plan", config);

        // When
        CommandRun apply = topics("apply", config);

        // Then
        assertThat(plan.out())
                .contains(
                        "DRIFT     drifted.events.builds.v1: partitions is 4, should be 8\n",
                        "DRIFT     drifted.events.commits.v1: message.timestamp.type is CreateTime, should be LogAppendTime\n",
                        "DRIFT     drifted.changes.v1: cleanup.policy is delete, should be compact\n",
                        "drift     drifted.events.builds.v1: retention.ms is 3600000, should be 7776000000\n",
                        "missing   drifted.events.reviews.v1: 8 partitions, ");
        assertThat(apply.code()).isEqualTo(4);
        assertThat(apply.out())
                .contains(
                        "set       drifted.events.commits.v1: message.timestamp.type=LogAppendTime, was CreateTime\n",
                        "set       drifted.changes.v1: cleanup.policy=compact, was delete\n",
                        "DRIFT     drifted.events.builds.v1: partitions is 4, should be 8\n")
                .endsWith(" 2 left for people\n");
        JsonNode rest = new ObjectMapper()
                .readTree(topics("plan", config, "--output", "json").out());
        assertThat(rest.path("missing")).isEmpty();
        assertThat(rest.path("drifts").findValuesAsText("what")).containsExactly("partitions", "retention.ms");
        assertThat(rest.path("drifts").findValuesAsText("applied")).containsOnly("false");
    }

    @Test
    void aNumberOfReplicasThatTheClusterDoesNotHaveIsRefusedInOneLine() throws IOException {
        // When
        CommandRun apply = topics("apply", config("many."), "--replication-factor", "3");

        // Then
        assertThat(apply.code()).isEqualTo(1);
        assertThat(apply.err()).hasLineCount(1).contains(platform.bootstrapServers(), "replication factor");
    }

    @Test
    void onlyTheTopicsOfTheRoleAreCreated() throws Exception {
        // When
        CommandRun apply = topics("apply", config("door."), "--role", "gateway");

        // Then
        assertThat(apply.out()).endsWith("9 created, 0 mended, 0 left for people\n");
        assertThat(admin.listTopics().names().get())
                .contains("door.events.raw.v1")
                .doesNotContain("door.changes.v1");
    }

    @Test
    void aClusterThatDoesNotAnswerIsToldInOneLine() throws IOException {
        // Given
        Path config = new ServeFile(platform, "away.")
                .gateway("the-secret-of-github")
                .set("kafka.default.api.timeout.ms", 1000)
                .set("kafka.request.timeout.ms", 1000)
                .lines("")
                .in(directory.resolve("away.properties"));

        // When
        CommandRun run = CommandRun.of(
                new TopicsCommand(Map.of("STREAMGAUGE_BOOTSTRAP_SERVERS", "127.0.0.1:1")),
                "topics",
                "plan",
                "--config",
                config.toString());

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).hasLineCount(1).contains("Kafka at 127.0.0.1:1: ");
    }

    private static void create(String name, int partitions, Map<String, String> config) throws Exception {
        admin.createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config)))
                .all()
                .get();
        eventually(Duration.ofSeconds(30), "the broker shows " + name, () -> isShown(name));
    }

    private static boolean isShown(String name) {
        return admin.describeTopics(List.of(name))
                .allTopicNames()
                .toCompletionStage()
                .toCompletableFuture()
                .handle((shown, failure) -> failure == null)
                .join();
    }

    private static CommandRun topics(String command, Path config, String... more) {
        List<String> arguments = new ArrayList<>(List.of("topics", command, "--config", config.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(new TopicsCommand(Map.of()), arguments.toArray(String[]::new));
    }

    private Path config(String prefix) throws IOException {
        return new ServeFile(platform, prefix)
                .gateway("the-secret-of-github")
                .processors()
                .in(directory.resolve(prefix + "properties"));
    }
}
