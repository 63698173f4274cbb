package dev.streamgauge.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.commands.DoctorCommand;
import dev.streamgauge.standalone.testkit.CommandRun;
import dev.streamgauge.standalone.testkit.GitHubSender;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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
        try (Admin admin = Admin.create(platform.clientConfig())) {
            admin.createTopics(List.of(new NewTopic("gerrit", 1, (short) 1)))
                    .all()
                    .get();
        }
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
    void shouldLookAtTheTopicOfASourceThatIsOne() {
        // When
        CommandRun run = doctor(config, "review");

        // Then
        assertThat(run.out())
                .contains("gerrit has 1 partition, 0 records of it are not read yet (group streamgauge.gateway-review)")
                .contains("no delivery of review is among the last that were kept")
                .doesNotContain("skipped", "secret", "gateway   ");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void shouldSayThatATopicIsNotThere() {
        // When
        CommandRun run = doctor(config, "absent");

        // Then
        assertThat(run.out())
                .containsPattern("WRONG +topic +there is no topic nobody-made-it")
                .contains("source.absent.kafka.bootstrap.servers");
    }

    @Test
    void shouldTellOfTheTopicsWhenItStartsAndWhenItIsAskedWhetherItIsReady() throws Exception {
        // Given
        String reads = "source review, topic gerrit: reads 1 partition\n";

        // When
        String ready = ready(0);
        for (int attempt = 1; attempt < 300 && !ready.contains(reads); attempt++) {
            ready = ready(100);
        }

        // Then
        assertThat(ready)
                .startsWith("ok\n")
                .contains(reads)
                .contains("source absent, topic nobody-made-it: waits for partitions");
        assertThat(gateway.says())
                .contains(
                        "sources ci, github; it reads the topics nobody-made-it (source absent), gerrit (source review);");
    }

    private static String ready(long pauseMillis) throws Exception {
        TimeUnit.MILLISECONDS.sleep(pauseMillis);
        URI address = URI.create(gateway.management() + "/readyz");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
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
                source.review.provider=gerrit
                source.review.topic=gerrit
                source.absent.provider=cdevents
                source.absent.topic=nobody-made-it
                """.formatted(platform.bootstrapServers(), platform.registryUrl(), secret) + GATEWAY);
    }
}
