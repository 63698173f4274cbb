package dev.streamgauge.standalone.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.commands.RulesCommand;
import dev.streamgauge.standalone.commands.TailCommand;
import dev.streamgauge.standalone.testkit.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    private static final String GOOD = "rules:\n  - { name: Deep, kind: depth, threshold: 10 }\n";

    @TempDir
    static Path directory;

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(PlatformConfig.temporary());
        platform.createTopics("here.", 1);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void checkSaysInALineWhatIsInAFile() throws IOException {
        // When
        CommandRun run = rules("check", file("good.yaml", GOOD).toString());

        // Then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .hasLineCount(1)
                .contains("good.yaml: 1 rule, 0 inhibitions, 0 maintenance windows; version ");
    }

    @Test
    void checkListsEveryMistakeWithItsLine() throws IOException {
        // Given
        Path bad = file("bad.yaml", "rules:\n  - name: A\n    kind: dept\n    threshold: 3\n    fro: 5m\n");

        // When
        CommandRun run = rules("check", bad.toString());

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).contains("bad.yaml cannot be used, for 2 reasons:"),
                        kind -> assertThat(kind)
                                .endsWith("did you mean 'depth'?")
                                .contains("bad.yaml:3:"),
                        name -> assertThat(name).contains("bad.yaml:5: 'rules[0].fro' is no setting"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        // When
        CommandRun run = rules("check", "nowhere.yaml");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("There is no file nowhere.yaml").hasLineCount(1);
    }

    @Test
    void whereNobodyHasPublishedRulesThoseThatShipAreShown() {
        // Given
        platform.createTopics("new.", 1);

        // When
        CommandRun run = rules("show", "--bootstrap-server", platform.bootstrapServers(), "--prefix", "new.");

        // Then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(PublishedRules.shipped());
        assertThat(run.err()).contains("these ship with Streamgauge");
    }

    @Test
    void whatWasAppliedLastIsShown() throws IOException {
        // Given
        String later = GOOD + "# later\n";
        rules(
                "apply",
                file("good.yaml", GOOD).toString(),
                "--bootstrap-server",
                platform.bootstrapServers(),
                "--prefix",
                "here.");

        // When
        CommandRun applied = rules(
                "apply",
                file("later.yaml", later).toString(),
                "--bootstrap-server",
                platform.bootstrapServers(),
                "--prefix",
                "here.");

        // Then
        assertThat(applied.code()).as(applied.err()).isZero();
        assertThat(applied.out()).startsWith("Published: 1 rule, ");
        assertThat(rules("show", "--bootstrap-server", platform.bootstrapServers(), "--prefix", "here.")
                        .out())
                .isEqualTo(later);
    }

    @Test
    void rulesWithMistakesAreNotPublished() throws IOException {
        // Given
        platform.createTopics("strict.", 1);
        Path bad = file("bad.yaml", "rules:\n  - name: A\n");

        // When
        CommandRun run = rules(
                "apply", bad.toString(), "--bootstrap-server", platform.bootstrapServers(), "--prefix", "strict.");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(new PublishedRules(platform.clientConfig(), "strict.").latest())
                .isEmpty();
    }

    @Test
    void aMissingTopicIsNamedOrCreated() throws IOException {
        // Given
        String good = file("good.yaml", GOOD).toString();

        // When
        CommandRun refused =
                rules("apply", good, "--bootstrap-server", platform.bootstrapServers(), "--prefix", "none.");
        CommandRun created = rules(
                "apply",
                good,
                "--bootstrap-server",
                platform.bootstrapServers(),
                "--prefix",
                "none.",
                "--create-topic");

        // Then
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("There is no topic none.rules.v1").hasLineCount(1);
        assertThat(created.code()).as(created.err()).isZero();
    }

    @Test
    void withoutAClusterTheUsageIsExplained() {
        assertThat(rules("show").code()).isEqualTo(2);
        assertThat(rules("show").err()).contains("Which Kafka? Give --bootstrap-server");
        assertThat(rules().code()).isEqualTo(2);
    }

    @Test
    void tailPrintsWhatIsOpenAsLinesForPeople() throws Exception {
        // Given
        platform.createTopics("tail.", 1);
        publish("tail.", "a", alert("a", "depth", "firing", null));
        publish("tail.", "b", alert("b", "depth", "firing", null));
        publish("tail.", "b", alert("b", "depth", "resolved", null));
        publish("tail.", "c", alert("c", "age", "pending", "freeze"));
        publish("tail.", "d", alert("d", "watchdog", "firing", null));
        publish("tail.", "e", "no JSON");

        // When
        CommandRun run = tail("--once");

        // Then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().toList())
                .containsExactly(
                        "2026-03-01T10:00:00.000Z  firing    ticket  a: about a",
                        "2026-03-01T10:00:00.000Z  pending   ticket  c: about c [suppressed by freeze]");
        assertThat(tail("--once", "--output", "json").out().lines())
                .containsExactly(alert("a", "depth", "firing", null), alert("c", "age", "pending", "freeze"));
        assertThat(tail("--once", "--watchdog").out().lines()).hasSize(3);
    }

    private static String alert(String rule, String kind, String state, String suppressedBy) {
        return """
                {"rule":"%s","kind":"%s","state":"%s","severity":"ticket","summary":"about %s","suppressed_by":%s,"updated_at":"2026-03-01T10:00:00.000Z"}""".formatted(rule, kind, state, rule, suppressedBy == null ? null : "\"" + suppressedBy + "\"");
    }

    private static void publish(String prefix, String key, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(platform.clientConfig(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.ALERTS_JSON.name(prefix), key, value))
                    .get();
        }
    }

    private static CommandRun tail(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("tail", "alerts", "--bootstrap-server", platform.bootstrapServers(), "--prefix", "tail."));
        arguments.addAll(List.of(more));
        return CommandRun.of(new TailCommand(), arguments.toArray(String[]::new));
    }

    private static CommandRun rules(String... arguments) {
        List<String> all = new ArrayList<>(List.of("rules"));
        all.addAll(List.of(arguments));
        return CommandRun.of(new RulesCommand(), all.toArray(String[]::new));
    }

    private static Path file(String name, String text) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
