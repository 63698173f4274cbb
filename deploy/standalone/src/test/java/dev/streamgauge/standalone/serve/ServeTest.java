package dev.streamgauge.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.commands.ServeCommand;
import dev.streamgauge.standalone.testkit.CommandRun;
import dev.streamgauge.standalone.testkit.GitHubSender;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {

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
    void shouldTakeSignedWebhooksIntoTopicsThatItCreatesAndStopOnSigterm() throws Exception {
        // Given
        Path config = config("taken.", "");
        try (ServeProcess gateway = ServeProcess.start(config, Map.of(), "--create-topics")) {
            GitHubSender sender = new GitHubSender(gateway.webhooks());

            // When
            sender.untilTaken("push", "d-1", GitHubSender.push(1));
            int unsigned = sender.unsigned("push", "d-2", GitHubSender.push(2));
            int code = gateway.terminate();

            // Then
            assertThat(gateway.says()).contains("created the topics taken.events.commits.v1", "sources github");
            assertThat(unsigned).isEqualTo(401);
            assertThat(code).isEqualTo(143);
            assertThat(pushes("taken.")).extracting(CommitPushed::getRepository).containsOnly("github.com/acme/shop");
        }
    }

    @Test
    void shouldLoseNothingThatItAcknowledgedWhenItIsKilled() throws Exception {
        // Given
        Path config = config("killed.", "");
        Set<String> acknowledged = new HashSet<>();
        try (ServeProcess gateway = ServeProcess.start(config, Map.of(), "--create-topics")) {
            GitHubSender sender = new GitHubSender(gateway.webhooks());
            sender.untilTaken("push", "d-0", GitHubSender.push(0));
            Thread killer = killer(gateway, acknowledged);

            // When
            sendUntilItIsGone(sender, acknowledged);
            killer.join();
        }

        // Then
        assertThat(acknowledged).isNotEmpty();
        assertThat(pushes("killed.")).extracting(CommitPushed::getAfter).containsAll(acknowledged);
    }

    private static Thread killer(ServeProcess gateway, Set<String> acknowledged) {
        Thread killer = new Thread(() -> {
            while (size(acknowledged) < 20) {
                Thread.onSpinWait();
            }
            gateway.close();
        });
        killer.start();
        return killer;
    }

    private static int size(Set<String> acknowledged) {
        synchronized (acknowledged) {
            return acknowledged.size();
        }
    }

    private static void sendUntilItIsGone(GitHubSender sender, Set<String> acknowledged) throws InterruptedException {
        try {
            for (int number = 1; number < 100_000; number++) {
                if (sender.signed("push", "d-" + number, GitHubSender.push(number)) == 202) {
                    synchronized (acknowledged) {
                        acknowledged.add("%040x".formatted(0xabc000 + number));
                    }
                }
            }
        } catch (IOException e) {
            // As it should: the gateway was killed.
        }
    }

    @Test
    void shouldNameTheTopicsThatAreMissingAndSayHowToCreateThem() throws IOException {
        // When
        CommandRun run = serve(config("absent.", ""));

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("absent.events.commits.v1, ", "absent.dead-letters.v1", "--create-topics");
    }

    @Test
    void shouldStartWhileKafkaIsAwayAndSaySo() throws Exception {
        // Given
        Path config = Files.writeString(directory.resolve("away.properties"), """
                bootstrap.servers=127.0.0.1:1
                schema.registry.url=http://127.0.0.1:1
                kafka.default.api.timeout.ms=1000
                kafka.request.timeout.ms=1000
                gateway.listen=127.0.0.1:0
                gateway.management.listen=127.0.0.1:0
                source.github.provider=github
                source.github.secret=%s
                """.formatted(GitHubSender.SECRET));

        // When
        try (ServeProcess gateway = ServeProcess.start(config, Map.of())) {

            // Then
            assertThat(gateway.says()).contains("Kafka at 127.0.0.1:1 does not answer yet");
            assertThat(new GitHubSender(gateway.webhooks()).signed("push", "d", GitHubSender.push(1)))
                    .isEqualTo(503);
        }
    }

    @Test
    void shouldTellAllMistakesAtOnce() throws IOException {
        // Given
        Path config = Files.writeString(directory.resolve("wrong.properties"), """
                bootstrap.server=127.0.0.1:9092
                kafka.secutiry.protocol=SSL
                gateway.listen=nowhere
                gateway.listem=127.0.0.1:8090
                source.github.provider=githup
                source.github.secret=short
                source.github.secret=tiny
                source.ci.provider=circleci
                source.ci.secret=${file:/run/secrets/ci:secret}
                doors.file=doors.yaml
                """);

        // When
        CommandRun run = serve(config);

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .hasSize(12)
                .anyMatch(line -> line.startsWith("streamgauge: " + config + " cannot be used, for 11 reasons:"))
                .anyMatch(line -> line.contains("'bootstrap.server' is no setting, did you mean 'bootstrap.servers'?"))
                .anyMatch(line -> line.contains("bootstrap.servers is missing"))
                .anyMatch(line -> line.contains("schema.registry.url is missing"))
                .anyMatch(line -> line.contains("did you mean 'kafka.security.protocol'?"))
                .anyMatch(line -> line.contains("gateway.listen should be host:port"))
                .anyMatch(line -> line.contains("did you mean 'gateway.listen'?"))
                .anyMatch(line -> line.contains("did you mean 'github'?"))
                .anyMatch(line -> line.contains("source.github.secret is too short"))
                .anyMatch(line -> line.contains("source.github.secret is there twice"))
                .anyMatch(line -> line.contains("config.providers does not name 'file'"))
                .anyMatch(line -> line.contains("doors.yaml cannot be read"));
        assertThat(run.err()).doesNotContain("tiny");
    }

    @Test
    void shouldNameTwoSettingsWithOnePort() throws IOException {
        // Given
        Path config = config("ports.", """
                alerting.receiver.pager.type=pagerduty
                alerting.receiver.pager.routing.key=k
                alerting.management.listen=127.0.0.1:18092
                """);
        Files.writeString(
                config,
                Files.readString(config)
                        .replace("gateway.management.listen=127.0.0.1:0", "gateway.management.listen=localhost:18092"));

        // When
        CommandRun run = serve(config);

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(2)
                .contains(
                        "gateway.management.listen (localhost:18092)",
                        "alerting.management.listen (127.0.0.1:18092)",
                        "are the same port of this machine");
    }

    @Test
    void shouldPrintTheSettingsWithoutTheSecrets() throws IOException {
        // Given
        Path secrets = Files.writeString(directory.resolve("secrets.properties"), "github=" + GitHubSender.SECRET);
        Path config = config("printed.", """
                config.providers=file,env
                config.providers.file.param.allowed.paths=%s
                source.ci.provider=circleci
                source.ci.secret=${file:%s:github}
                kafka.sasl.jaas.config=word of honour
                """.formatted(directory, secrets));

        // When
        CommandRun run = CommandRun.of(
                new ServeCommand(Map.of("STREAMGAUGE_GATEWAY_RAW", "off", "STREAMGAUGE_JAVA_OPTS", "-Xmx1g")),
                "serve",
                "--config",
                config.toString(),
                "--print-config");

        // Then
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "topic.prefix=printed.\n",
                        "gateway.raw=off\n",
                        "source.github.secret=***\n",
                        "kafka.sasl.jaas.config=***\n",
                        "source.ci.secret=${file:" + secrets + ":github}\n")
                .doesNotContain(GitHubSender.SECRET, "word of honour");
    }

    private static CommandRun serve(Path config) {
        return CommandRun.of(new ServeCommand(Map.of()), "serve", "--config", config.toString());
    }

    private Path config(String prefix, String more) throws IOException {
        return new ServeFile(platform, prefix)
                .gateway(GitHubSender.SECRET)
                .lines(more)
                .in(directory.resolve(prefix + "properties"));
    }

    private static List<CommitPushed> pushes(String prefix) {
        List<CommitPushed> pushes = new ArrayList<>();
        new TopicReader(platform.clientConfig(), prefix).each(Topics.COMMITS, found -> pushes.add(found.value()));
        return pushes;
    }
}
