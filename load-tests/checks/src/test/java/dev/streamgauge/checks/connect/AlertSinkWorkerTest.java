package dev.streamgauge.checks.connect;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.connectors.alerting.testkit.AlertTopic;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.RealAlertmanager;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink's zip in a real worker, a process of its own, with a real broker and registry. */
class AlertSinkWorkerTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CONNECTOR = "dev.streamgauge.connectors.alerting.AlertSinkConnector";

    @TempDir
    private static Path directory;

    private static Platform platform;
    private static WorkerProcess worker;

    @BeforeAll
    static void start() throws IOException {
        platform = Platform.start(PlatformConfig.temporary());
        for (String prefix : List.of("told.", "refused.", "prometheus.")) {
            platform.createTopics(prefix, 2);
        }
        worker = WorkerProcess.start(platform, directory);
    }

    @AfterAll
    static void stop() {
        if (worker != null) {
            worker.close();
        }
        platform.close();
    }

    private static Map<String, String> config(String prefix, Map<String, String> receiver) {
        Map<String, String> config = new HashMap<>(receiver);
        config.put("connector.class", CONNECTOR);
        config.put("tasks.max", "1");
        config.put("topics", prefix + "alerts.v1");
        config.put("schema.registry.url", platform.registryUrl());
        config.put("consumer.override.isolation.level", "read_committed");
        config.put("allow.hosts", "127.0.0.1");
        return config;
    }

    private static Map<String, String> pager(HttpReceiver receiver) {
        return Map.of("type", "pagerduty", "routing.key", "k", "url", receiver.url(), "backoff.ms", "50");
    }

    private static List<String> told(HttpReceiver receiver) {
        return receiver.requests().stream()
                .map(request -> request.json().get("event_action").asText() + " "
                        + request.json().get("dedup_key").asText().replaceAll("-.*", ""))
                .toList();
    }

    @Test
    void shouldBeFoundByItsManifestAndTellOfWhatIsInTheTopicInOrder() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver();
                AlertTopic alerts = new AlertTopic(platform.clientConfig(), "told.")) {
            // Given
            assertThat(worker.rest().get("/connector-plugins").findValuesAsText("class"))
                    .contains(CONNECTOR);
            worker.rest().put("/connectors/told/config", config("told.", pager(receiver)));

            // When
            alerts.fires("f1");
            alerts.ends("f1");

            // Then
            eventually(SOON, "it is told", () -> receiver.requests().size() == 2);
            assertThat(told(receiver)).containsExactly("trigger f1", "resolve f1");
            assertThat(worker.tasks("told")).containsExactly("RUNNING");
        } finally {
            worker.rest().put("/connectors/told/stop", Map.of());
        }
    }

    @Test
    void shouldTellMistakesAtTheirFieldsAndTakeNoConnectorThatHasSome() throws Exception {
        // Given
        Map<String, String> wrong = config(
                "told.",
                Map.of("type", "slack", "token", "xoxb-1", "timeout.ms", "soon", "url", "http://slack.corp.example"));
        wrong.put("name", "wrong");

        // When
        Map<String, String> mistakes = worker.rest().mistakes(CONNECTOR, wrong);

        // Then
        assertThat(mistakes).containsOnlyKeys("channel", "timeout.ms", "url");
        assertThat(mistakes.get("url")).contains("put slack.corp.example into allow.hosts");
        assertThatThrownBy(() -> worker.rest().put("/connectors/wrong/config", wrong))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(": 400 ")
                .hasMessageContaining("channel is missing");
    }

    @Test
    void shouldKeepWhatIsRefusedWhereTheWorkerSaysAndGoOn() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver();
                AlertTopic alerts = new AlertTopic(platform.clientConfig(), "refused.")) {
            // Given
            receiver.answer(request -> HttpReceiver.Answer.of(request.body().contains("trigger") ? 410 : 202));
            Map<String, String> config = config("refused.", pager(receiver));
            config.put("errors.tolerance", "all");
            config.put("errors.deadletterqueue.topic.name", "refused.letters");
            config.put("errors.deadletterqueue.topic.replication.factor", "1");
            config.put("errors.deadletterqueue.context.headers.enable", "true");
            worker.rest().put("/connectors/refused/config", config);

            // When
            alerts.fires("f1");
            alerts.ends("f1");

            // Then
            eventually(SOON, "it goes on", () -> told(receiver).contains("resolve f1"));
            assertThat(letters()).singleElement().asString().contains("http_410: HTTP 410");
            assertThat(worker.tasks("refused")).containsExactly("RUNNING");
        } finally {
            worker.rest().put("/connectors/refused/stop", Map.of());
        }
    }

    private static List<String> letters() {
        Map<String, Object> config = new HashMap<>(platform.clientConfig());
        config.put("group.id", "letters");
        config.put("auto.offset.reset", "earliest");
        List<String> letters = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("refused.letters"));
            eventually(SOON, "there is a letter", () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(letter -> {
                    Header why = letter.headers().lastHeader("__connect.errors.exception.message");
                    letters.add(new String(why.value(), UTF_8));
                });
                return !letters.isEmpty();
            });
        }
        return letters;
    }

    @Test
    void shouldKeepARealAlertmanagerUpToDate() throws Exception {
        RealAlertmanager.installed();
        String silent = "{route: {receiver: nobody}, receivers: [{name: nobody}]}";
        try (RealAlertmanager alertmanager = RealAlertmanager.start(directory, silent);
                AlertTopic alerts = new AlertTopic(platform.clientConfig(), "prometheus.")) {
            // Given
            alerts.fires("f1");
            worker.rest()
                    .put(
                            "/connectors/prometheus/config",
                            config(
                                    "prometheus.",
                                    Map.of("type", "alertmanager", "urls", alertmanager.url(), "resend.ms", "500")));
            eventually(SOON, "it is active", () -> alertmanager.active().equals(List.of("ReviewPickupSlow/ticket")));

            // When
            alerts.ends("f1");

            // Then
            eventually(SOON, "it has ended", () -> alertmanager.active().isEmpty());
        } finally {
            worker.rest().put("/connectors/prometheus/stop", Map.of());
        }
    }
}
