package dev.streamgauge.standalone.serve;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.commands.ServeCommand;
import dev.streamgauge.standalone.testkit.CommandRun;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorsTest {

    private static final Duration SOON = Duration.ofSeconds(90);

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
    void shouldWatchTheEventsOfAClusterTellHowItIsAndStopOnSigterm() throws Exception {
        // Given
        Path config = config("watched.", "");
        try (ServeProcess processors = ServeProcess.start(config, "processors");
                QueuedBuilds builds = new QueuedBuilds(platform, "watched.")) {
            eventually(
                    SOON,
                    "the processors are ready",
                    () -> processors.get("/readyz").equals("200 ok\n"));

            // When
            builds.queue("github.com/acme/shop", "17", Instant.now().minus(Duration.ofHours(7)));
            eventually(SOON, "the job is alerted", () -> alerts("watched.").contains("JobStuck pending"));
            String live = processors.get("/livez");
            String metrics = processors.get("/metrics");
            int code = processors.terminate();

            // Then
            assertThat(processors.says())
                    .contains("created the topics", "watched.alerts.v1", "the processors read events as instance ");
            assertThat(live).isEqualTo("200 ok\n");
            assertThat(metrics)
                    .contains("kafka_stream", "streamgauge_queue_depth{queue=\"ci\"} 1.0")
                    .contains("streamgauge_brokers_answer 1.0", "streamgauge_rules_version{version=");
            Promtool.requireValid(metrics.replaceFirst("^200 ", ""));
            assertThat(code).isEqualTo(143);
        }
    }

    @Test
    void shouldSayAllThatItSaysInJsonIfSomebodyAsks() throws Exception {
        // Given
        Path config = config("json.", "log.format=json\nkafka.sasl.jaas.config=word of honour");

        // When
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> said = new ArrayList<>();
        try (ServeProcess processors = ServeProcess.start(config, "processors")) {
            assertThat(processors.terminate()).isEqualTo(143);
            for (String line : processors.says().lines().toList()) {
                said.add(json.readTree(line));
            }
        }

        // Then
        assertThat(said)
                .allSatisfy(event -> assertThat(
                                Instant.parse(event.path("timestamp").asText()))
                        .isBefore(Instant.now()))
                .anySatisfy(event -> assertThat(event.path("message").asText()).startsWith("created the topics"))
                .anySatisfy(event -> {
                    assertThat(event.path("logger").asText()).isEqualTo("streamgauge");
                    assertThat(event.path("level").asText()).isEqualTo("INFO");
                    assertThat(event.path("message").asText()).startsWith("the processors read events as instance");
                })
                .noneMatch(event -> event.toString().contains("word of honour"));
    }

    @Test
    void shouldNameTheTopicsThatAreMissing() throws IOException {
        // When
        CommandRun run = run(config("absent.", "watch.enabled=false"));

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("absent.events.commits.v1, ", "absent.lead-time.v1.revisions", "--create-topics")
                .doesNotContain("absent.alerts.v1", "absent.rules.v1", "absent.events.raw.v1");
    }

    @Test
    void shouldTellAllMistakesAtOnce() throws IOException {
        // Given
        Path config = config("wrong.", """
                processors.thread=2
                processors.threads=some
                watch.refresh=10
                queues.expire.cj=2d
                """);

        // When
        CommandRun run = run(config);

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("did you mean 'processors.threads'?"))
                .anyMatch(line -> line.contains("processors.threads should be a whole number above 0"))
                .anyMatch(line -> line.contains("watch.refresh should be a length above 0"))
                .anyMatch(line -> line.contains("did you mean 'queues.expire.ci'?"));
    }

    @Test
    void shouldRefuseACommitThatNoTransactionLivesToSee() throws IOException {
        // When
        CommandRun run = run(config("slow.", "processors.commit.interval.ms=20000"));

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("commit.interval.ms is 20000, but must be below producer.transaction.timeout.ms (10000)");
    }

    @Test
    void shouldMaskSecretsAndSaySettingsAsTheyAreUsed() throws IOException {
        // Given
        Path config = config("printed.", "kafka.sasl.jaas.config=word of honour");

        // When
        CommandRun run = run(config, "--print-config");

        // Then
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("watch.interval=1s", "processors.state.dir=" + directory.resolve("state"))
                .contains("kafka.sasl.jaas.config=***")
                .doesNotContain("word of honour");
    }

    @Test
    void shouldRefuseAStateThatWasComputedWithOtherDefinitions() throws Exception {
        // Given
        StateHome home = StateHome.in(directory.resolve("state"));
        home.requireSame(Definitions.DEFAULT);

        // When
        CommandRun run = run(config("other.", "definitions.production=live"), "--create-topics");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("was computed with other definitions", "set definitions.* as before");
    }

    @Test
    void theNameOfAnInstanceStaysWithItsState() {
        // Given
        String first = StateHome.in(directory.resolve("a")).instanceId();

        // When
        String again = StateHome.in(directory.resolve("a")).instanceId();
        String other = StateHome.in(directory.resolve("b")).instanceId();

        // Then
        assertThat(again).isEqualTo(first).isNotEqualTo(other);
    }

    private static List<String> alerts(String prefix) {
        return new TopicReader(platform.clientConfig(), prefix)
                .latest(Topics.ALERTS).values().stream()
                        .map(ProcessorsTest::named)
                        .toList();
    }

    private static String named(Alert alert) {
        return alert.getRule() + " " + alert.getState();
    }

    private static CommandRun run(Path config, String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(new String[] {"serve", "--config", config.toString(), "--role", "processors"}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return CommandRun.of(new ServeCommand(Map.of()), all);
    }

    private Path config(String prefix, String more) throws IOException {
        return new ServeFile(platform, prefix).processors().lines(more).in(directory.resolve(prefix + "properties"));
    }
}
