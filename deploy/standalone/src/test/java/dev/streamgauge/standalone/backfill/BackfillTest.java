package dev.streamgauge.standalone.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Main;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.commands.BackfillCommand;
import dev.streamgauge.standalone.testkit.CommandRun;
import dev.streamgauge.standalone.testkit.OwnJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {

    private static Platform platform;

    @TempDir
    Path directory;

    private FakeIssues github;

    @BeforeAll
    static void start() {
        platform = Platform.start(PlatformConfig.temporary());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void open() throws IOException {
        github = new FakeIssues();
    }

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void shouldPublishThePastOnceAndRememberThatItDid() throws IOException {
        // Given
        github.giveSecond();
        Path config = config("once.", FakeIssues.TOKEN);

        // When
        CommandRun first = backfill(config, "--create-topics");
        CommandRun again = backfill(config);

        // Then
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).isEqualTo("1 streams read, 2 events published\n");
        assertThat(again.out()).isEqualTo("1 streams read, 0 events published\n");
        assertThat(incidents("once.")).hasSize(2);
        assertThat(directory.resolve("backfill-github.json")).content().doesNotContain(FakeIssues.TOKEN);
    }

    @Test
    void shouldGoOnWhereItWasEnded() throws Exception {
        // Given
        Path config = config("ended.", FakeIssues.TOKEN);
        Process process = start(config);
        github.awaitSecond();

        // When
        process.destroy();
        boolean over = process.waitFor(60, TimeUnit.SECONDS);

        // Then
        assertThat(over).isTrue();
        assertThat(directory.resolve("backfill-github.json")).content().contains("\"done\" : false");
        github.giveSecond();
        assertThat(backfill(config).code()).isZero();
        assertThat(incidents("ended.")).hasSize(2);
    }

    @Test
    void shouldSayThatTheTokenIsRefused() throws IOException {
        // When
        CommandRun run = backfill(config("refused.", "another-token"), "--create-topics");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("refuses", "See poll.github.token in ").doesNotContain("another-token");
    }

    @Test
    void shouldTellAllThatIsMissing() throws IOException {
        // Given
        Path config = Files.writeString(
                directory.resolve("wrong.properties"), "poll.jenkins.tokem=x\npoll.jenkins.rate.limit.reserve=many\n");

        // When
        CommandRun run = CommandRun.of(
                new BackfillCommand(Map.of()),
                "backfill",
                "jenkins",
                "--config",
                config.toString(),
                "--repositories",
                "shop/*",
                "--since",
                "2026-01-01");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "bootstrap.servers is missing",
                        "did you mean 'poll.jenkins.token'?",
                        "poll.jenkins.url should be",
                        "poll.jenkins.user is missing",
                        "poll.jenkins.token is missing",
                        "poll.jenkins.rate.limit.reserve should be a whole number");
    }

    @Test
    void shouldRefuseWhatAProviderDoesNotTell() {
        // When
        CommandRun run = CommandRun.of(
                new BackfillCommand(Map.of()),
                "backfill",
                "jenkins",
                "--repositories",
                "shop",
                "--since",
                "2026-01-01",
                "--streams",
                "deploys");

        // Then
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("jenkins does not tell of deploys");
    }

    @Test
    void shouldNotMixTwoBackfillsInOneState() throws IOException {
        // Given
        github.giveSecond();
        Path config = config("mixed.", FakeIssues.TOKEN);
        backfill(config, "--create-topics");

        // When
        CommandRun run = CommandRun.of(new BackfillCommand(Map.of()), arguments(config, "2025-01-01"));

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("since 2026-01-01T00:00:00Z", "--state").hasLineCount(1);
    }

    private static CommandRun backfill(Path config, String... more) {
        List<String> arguments = new ArrayList<>(List.of(arguments(config, "2026-01-01")));
        arguments.addAll(List.of(more));
        return CommandRun.of(new BackfillCommand(Map.of()), arguments.toArray(String[]::new));
    }

    private static String[] arguments(Path config, String since) {
        return new String[] {
            "backfill",
            "github",
            "--config",
            config.toString(),
            "--repositories",
            "acme/shop",
            "--since",
            since,
            "--streams",
            "incidents"
        };
    }

    private Process start(Path config) throws IOException {
        String[] arguments = Stream.concat(Stream.of(arguments(config, "2026-01-01")), Stream.of("--create-topics"))
                .toArray(String[]::new);
        return OwnJvm.of(Main.class).with(arguments).inheritIO().start();
    }

    private Path config(String prefix, String token) throws IOException {
        return Files.writeString(directory.resolve("streamgauge.properties"), """
                bootstrap.servers=%s
                schema.registry.url=%s
                topic.prefix=%s
                poll.github.url=%s
                poll.github.token=%s
                """.formatted(
                        platform.bootstrapServers(), platform.registryUrl(), prefix, github.address(), token));
    }

    private static Set<String> incidents(String prefix) {
        Set<String> incidents = new TreeSet<>();
        new TopicReader(platform.clientConfig(), prefix)
                .each(Topics.INCIDENTS, found -> incidents.add(found.value().getIncidentId()));
        return incidents;
    }
}
