package dev.streamgauge.standalone.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.processors.app.ProcessorsApp;
import dev.streamgauge.processors.app.ProcessorsConfig;
import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import dev.streamgauge.processors.queues.Expiry;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who watch, on a real broker: its lag, its rules, its transactions, and a restart. */
class WatchedPlatformTest {

    private static final String PREFIX = Topic.DEFAULT_PREFIX;
    private static final WatchSettings OFTEN = new WatchSettings(
            Duration.ofMillis(300), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofMinutes(10), Expiry.DEFAULT);
    private static final String RULES = """
            rules:
              - { name: CiWaits, kind: depth, scope: { queue: ci }, threshold: 0 }
            """;

    @TempDir
    Path directory;

    @Test
    void shouldAlertOnAnIdleBrokerAndNotOnceMoreAfterARestart() throws Exception {
        try (Platform platform = Platform.start(PlatformConfig.in(directory))) {
            // Given
            platform.createTopics(PREFIX, 1);
            publishRules(platform, RULES);
            try (EventWriter writer = new EventWriter(platform.clientConfig(), PREFIX, "")) {
                writer.write(queuedBuild(), "test");
                writer.flush();
            }
            try (ProcessorsApp app = ProcessorsApp.start(config(platform))) {
                await(platform, alert -> alert.getRule().equals("CiWaits"));
                assertThat(app.failure()).isEmpty();
            }
            publishRules(platform, "rules: nonsense");
            Instant restart = Instant.now();

            // When
            try (ProcessorsApp app = ProcessorsApp.start(config(platform))) {
                await(
                        platform,
                        alert -> alert.getKind().equals("watchdog")
                                && alert.getUpdatedAt().isAfter(restart));
                assertThat(app.failure()).isEmpty();
            }

            // Then
            assertThat(alerts(platform).stream().filter(alert -> alert.getRule().equals("CiWaits")))
                    .singleElement()
                    .satisfies(alert -> {
                        assertThat(alert.getState()).isEqualTo("firing");
                        assertThat(alert.getRevision()).isEqualTo(1);
                    });
        }
    }

    private static ProcessorsConfig config(Platform platform) {
        return new ProcessorsConfig(
                        platform.bootstrapServers(),
                        PREFIX,
                        platform.stateDirectory(),
                        "watched",
                        Engine.DEFAULT.alone(),
                        Map.of(WireConfig.URL, platform.registryUrl()),
                        Map.of())
                .with(OFTEN);
    }

    private static BuildChanged queuedBuild() {
        Instant now = Instant.now();
        return BuildChanged.newBuilder()
                .setEventId("e")
                .setSource("ci")
                .setRepository("github.com/acme/shop")
                .setOccurredAt(now)
                .setReceivedAt(now)
                .setRunId("17")
                .setWorkflow("ci")
                .setTrigger("push")
                .setSha("a".repeat(40))
                .setState("queued")
                .setQueuedAt(now)
                .build();
    }

    private static void publishRules(Platform platform, String yaml) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(platform.clientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.RULES.name(PREFIX), "rules".getBytes(UTF_8), yaml.getBytes(UTF_8)))
                    .get();
        }
    }

    private static void await(Platform platform, Predicate<Alert> expected) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (alerts(platform).stream().noneMatch(expected)) {
            assertThat(System.nanoTime()).as("two minutes").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** The last version of each. */
    private static List<Alert> alerts(Platform platform) {
        return List.copyOf(new TopicReader(platform.clientConfig(), PREFIX)
                .latest(Topics.ALERTS)
                .values());
    }
}
