package dev.streamgauge.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.commands.RemapCommand;
import dev.streamgauge.standalone.testkit.CommandRun;
import dev.streamgauge.standalone.testkit.GitHubSender;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemapTest {

    @TempDir
    static Path directory;

    private static Platform platform;
    private static Path config;

    /** A gateway has taken two pushes, a ping and a body that nobody can read. */
    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(PlatformConfig.temporary());
        config = new ServeFile(platform, "streamgauge.")
                .gateway(GitHubSender.SECRET)
                .in(directory.resolve("streamgauge.properties"));
        try (ServeProcess gateway = ServeProcess.start(config, Map.of(), "--create-topics")) {
            GitHubSender sender = new GitHubSender(gateway.webhooks());
            sender.untilTaken("push", "d-1", GitHubSender.push(1));
            sender.untilTaken("push", "d-2", GitHubSender.push(2));
            sender.untilTaken("ping", "d-3", "{\"zen\":\"Keep it logically awesome.\"}");
            sender.untilTaken("push", "d-4", "{\"ref\":");
        }
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void shouldGiveTheSameEventsAgain() throws IOException {
        // Given
        List<CommitPushed> before = pushes();

        // When
        CommandRun run = remap();

        // Then
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.out())
                .containsPattern("source +deliveries +events +ignored +unmappable +reasons")
                .containsPattern("github +4 +2 +1 +1 +broken_json 1");
        assertThat(pushes()).hasSize(before.size() + 2);
        assertThat(pushes()).extracting(CommitPushed::getEventId).containsOnly("github:d-1:1", "github:d-2:1");
    }

    @Test
    void shouldPublishNothingInADryRun() throws IOException {
        // Given
        List<CommitPushed> before = pushes();

        // When
        CommandRun run = remap("--dry-run");

        // Then
        assertThat(run.out()).containsPattern("github +4 +2 +1 +1");
        assertThat(run.err()).contains("Nothing was published");
        assertThat(pushes()).hasSameSizeAs(before);
    }

    @Test
    void shouldLeaveOutOtherTimesAndSources() throws IOException {
        assertThat(remap("--dry-run", "--to", "2020-01-01").out()).doesNotContain("github");
        assertThat(remap("--dry-run", "--from", "2199-01-01").out()).doesNotContain("github");
        assertThat(remap("--dry-run", "--from", "2020-01-01T00:00:00Z").out()).contains("github");
        assertThat(remap("--dry-run", "--source", "gitlab").out()).doesNotContain("github");
    }

    @Test
    void shouldSayThatTheBrokerDoesNotAnswer() throws IOException {
        // Given
        Path away = Files.writeString(directory.resolve("away.properties"), """
                bootstrap.servers=127.0.0.1:1
                schema.registry.url=http://127.0.0.1:1
                consumer.default.api.timeout.ms=1000
                """);

        // When
        CommandRun run = CommandRun.of(new RemapCommand(Map.of()), "remap", "--dry-run", "--config", away.toString());

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("streamgauge: Kafka at 127.0.0.1:1").hasLineCount(1);
    }

    @Test
    void shouldSayThatNothingWasKeptOfASource() throws IOException {
        // When
        CommandRun run = remap("--dry-run", "--source", "githb");

        // Then
        assertThat(run.err()).contains("Nothing was kept of a source 'githb' in that time");
    }

    @Test
    void shouldRefuseATimeThatEndsBeforeItBegins() throws IOException {
        // When
        CommandRun run = remap("--from", "2026-03-02", "--to", "2026-03-01");

        // Then
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--from has to be before --to");
    }

    private static CommandRun remap(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("remap", "--config", config.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(new RemapCommand(Map.of()), arguments.toArray(String[]::new));
    }

    private static List<CommitPushed> pushes() {
        List<CommitPushed> pushes = new ArrayList<>();
        new TopicReader(platform.clientConfig(), "streamgauge.")
                .each(Topics.COMMITS, found -> pushes.add(found.value()));
        return pushes;
    }
}
