package dev.streamgauge.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.CommandRun;
import dev.streamgauge.standalone.commands.DoctorCommand;
import dev.streamgauge.standalone.serve.GitHubSender;
import dev.streamgauge.standalone.serve.ServeProcess;
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

class DoctorTest {

    private static final String GATEWAY = """
            gateway.listen=127.0.0.1:0
            gateway.management.listen=127.0.0.1:0
            """;

    @TempDir
    static Path directory;

    private static Platform platform;
    private static ServeProcess gateway;
    private static Path config;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(PlatformConfig.temporary());
        config = config("well", GitHubSender.SECRET);
        gateway = ServeProcess.start(config, Map.of(), "--create-topics");
        new GitHubSender(gateway.webhooks()).untilTaken("push", "d-1", GitHubSender.push(1));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        platform.close();
    }

    @Test
    void shouldFindThatAllIsWell() {
        // When
        CommandRun run = doctor(config, "github");

        // Then
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out().lines())
                .extracting(line -> line.substring(0, 18).strip().replaceAll(" +", " "))
                .containsExactly(
                        "ok settings",
                        "ok broker",
                        "ok registry",
                        "ok topics",
                        "ok doors",
                        "ok secret",
                        "ok gateway",
                        "ok arrivals");
        assertThat(run.out())
                .contains("answers 202 to a signed delivery, 401 to others", "the last delivery of github arrived");
    }

    @Test
    void shouldSayThatNothingEverArrivedAlthoughTheGatewayTakesIt() throws IOException {
        // Given
        assertThat(doctor(config, "ci").code()).isEqualTo(1);

        // When
        CommandRun again = doctor(config, "ci", "--output", "json");

        // Then
        assertThat(again.code()).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(again.out());
        assertThat(json.path("well").asBoolean()).isFalse();
        assertThat(json.findValuesAsText("status")).containsExactly("ok", "ok", "ok", "ok", "ok", "ok", "ok", "wrong");
        assertThat(json.findValuesAsText("message").get(7)).contains("no delivery of ci");
    }

    @Test
    void shouldSayThatTheGatewayRunsWithAnotherSecret() throws IOException {
        // When
        CommandRun run = doctor(config("other", "another-secret-of-github"), "github");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("WRONG +gateway +\\S+ answers 401")
                .contains("another secret or scheme");
    }

    @Test
    void shouldSayThatASecretCanBeGuessedAndNotTryIt() throws IOException {
        // When
        CommandRun run = doctor(config("short", "tooshort"), "github");

        // Then
        assertThat(run.out())
                .containsPattern("WRONG +secret +source.github.secret has 8 characters")
                .containsPattern("skipped +gateway")
                .doesNotContain("tooshort");
    }

    @Test
    void shouldNameTheNearestSource() {
        assertThat(doctor(config, "githup").out())
                .containsPattern("WRONG +settings +there is no source 'githup'")
                .contains("did you mean 'github'?");
    }

    @Test
    void shouldGoOnWhereItCanWhenKafkaIsAwayAndTheSettingsAreWrong() throws IOException {
        // Given
        Path wrong = Files.writeString(directory.resolve("wrong.properties"), """
                bootstrap.servers=127.0.0.1:1
                schema.registry.url=http://127.0.0.1:1
                kafka.default.api.timeout.ms=1000
                kafka.request.timeout.ms=1000
                gateway.listem=127.0.0.1:1
                """);

        // When
        CommandRun run = doctor(wrong, "github");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("WRONG +settings +.*did you mean 'gateway.listen'")
                .containsPattern("WRONG +broker +127.0.0.1:1: ")
                .containsPattern("skipped +topics")
                .containsPattern("skipped +arrivals");
    }

    private static CommandRun doctor(Path config, String source, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("doctor", "--config", config.toString(), "--source", source, "--gateway", gateway.webhooks()));
        arguments.addAll(List.of(more));
        return CommandRun.of(new DoctorCommand(Map.of()), arguments.toArray(String[]::new));
    }

    private static Path config(String name, String secret) throws IOException {
        return Files.writeString(
                directory.resolve(name + ".properties"),
                """
                bootstrap.servers=%s
                schema.registry.url=%s
                source.github.provider=github
                source.github.secret=%s
                source.ci.provider=circleci
                source.ci.secret=the-secret-of-circleci
                """.formatted(platform.bootstrapServers(), platform.registryUrl(), secret) + GATEWAY);
    }
}
