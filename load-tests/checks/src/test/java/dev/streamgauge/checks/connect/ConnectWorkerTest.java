package dev.streamgauge.checks.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgauge.connectors.connect.testkit.FakeGitHub;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugins in a real worker with a real broker and registry; the API alone is a double. */
class ConnectWorkerTest {

    private static final String PREFIX = "streamgauge.";
    private static final int PARTITIONS = 4;
    private static final String CONNECTORS = "dev.streamgauge.connectors.connect.";

    @TempDir
    private static Path directory;

    private static Platform platform;
    private static Worker worker;
    private final FakeGitHub github = new FakeGitHub();

    @BeforeAll
    static void start() {
        platform = Platform.start(PlatformConfig.temporary());
        platform.createTopics(PREFIX, PARTITIONS);
        worker = Worker.start(platform, directory);
    }

    @AfterAll
    static void stop() {
        worker.close();
        platform.close();
    }

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void theWorkerFindsThePluginsByTheirManifests() throws Exception {
        // When
        JsonNode plugins = worker.get("/connector-plugins?connectorsOnly=false");

        // Then
        assertThat(plugins.findValuesAsText("class"))
                .contains(
                        CONNECTORS + "GitHubSourceConnector",
                        CONNECTORS + "GitLabSourceConnector",
                        CONNECTORS + "JenkinsSourceConnector",
                        CONNECTORS + "StreamgaugeAvroConverter");
    }

    @Test
    void mistakesAreToldAtTheirFields() throws Exception {
        // When
        JsonNode answer = worker.put(
                "/connector-plugins/" + CONNECTORS + "GitHubSourceConnector/config/validate",
                Map.of(
                        "connector.class", CONNECTORS + "GitHubSourceConnector",
                        "name", "github",
                        "url", "api.github.com",
                        "since", "yesterday",
                        "streams", "pulls,poles"));

        // Then
        Map<String, String> errors = new HashMap<>();
        answer.path("configs").forEach(config -> {
            JsonNode value = config.path("value");
            if (!value.path("errors").isEmpty()) {
                errors.put(value.path("name").asText(), value.path("errors").toString());
            }
        });
        assertThat(errors).containsOnlyKeys("url", "token", "since", "streams", "repositories");
        assertThat(errors.get("repositories")).contains("Name at least one");
    }

    @Test
    void whatIsPolledIsInTheTopicsAndOffsetsCanBeTakenBack() throws Exception {
        // Given
        github.add("issues", issue(1));
        Map<String, String> config = config();
        try (Consumer<String, IncidentChanged> consumer = consumer()) {
            worker.put("/connectors/github/config", config);
            List<ConsumerRecord<String, IncidentChanged>> first = read(consumer, 1);
            github.add("issues", issue(2));
            List<ConsumerRecord<String, IncidentChanged>> second = read(consumer, 1);

            // When
            worker.put("/connectors/github/stop", Map.of());
            JsonNode offsets = eventually(() -> worker.get("/connectors/github/offsets"), "2026-03-02T10:00:01Z");
            alter("github", "2026-03-01T00:00:00Z");
            worker.put("/connectors/github/resume", Map.of());
            List<ConsumerRecord<String, IncidentChanged>> again = read(consumer, 2);

            // Then
            assertThat(first.get(0).key()).isEqualTo("github.com/acme/shop");
            assertThat(first.get(0).partition())
                    .as("the partition that every other door takes")
                    .isEqualTo(Utils.toPositive(Utils.murmur2(
                                    "github.com/acme/shop".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                            % PARTITIONS);
            assertThat(second.get(0).value().getIncidentId()).isEqualTo("2");
            assertThat(offsets.toString()).contains("\"stream\":\"incidents\"");
            assertThat(again)
                    .extracting(record -> record.value().getIncidentId())
                    .containsExactlyInAnyOrder("1", "2");
        }
        worker.put("/connectors/github/stop", Map.of());
    }

    @Test
    void anOffsetThatNoStreamCouldGoOnFromIsRefused() throws Exception {
        // Given
        worker.put("/connectors/altered/config", config());
        worker.put("/connectors/altered/stop", Map.of());

        // Then
        assertThatThrownBy(() -> alter("altered", "last Tuesday"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The times of an offset");
    }

    private void alter(String connector, String updatedAt) throws IOException, InterruptedException {
        worker.patch("/connectors/" + connector + "/offsets", """
                {"offsets":[{"partition":{"provider":"github","host":"127.0.0.1","repo":"acme/shop","stream":"incidents"},
                 "offset":{"updated_at":"%s"}}]}""".formatted(updatedAt));
    }

    private Map<String, String> config() {
        return Map.of(
                "connector.class", CONNECTORS + "GitHubSourceConnector",
                "tasks.max", "2",
                "url", github.api().base().toString(),
                "token", "t",
                "repositories", "acme/shop",
                "streams", "incidents",
                "since", "2026-01-01",
                "poll.interval.seconds", "1");
    }

    private static String issue(int number) {
        return """
                {"id":%d,"number":%d,"state":"open","title":"Down","labels":[{"name":"incident"}],"created_at":"2026-03-02T09:00:00Z",
                 "updated_at":"2026-03-02T10:00:0%dZ"}""".formatted(number, number, number);
    }

    private static Consumer<String, IncidentChanged> consumer() {
        Map<String, Object> config = new HashMap<>(platform.clientConfig());
        config.put("group.id", "test");
        config.put("auto.offset.reset", "earliest");
        Consumer<String, IncidentChanged> consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                Wire.from(platform.clientConfig()).deserializer(IncidentChanged.class, false));
        consumer.subscribe(List.of(Topics.INCIDENTS.name(PREFIX)));
        return consumer;
    }

    private static <K, V> List<ConsumerRecord<K, V>> read(Consumer<K, V> consumer, int count) {
        List<ConsumerRecord<K, V>> read = new ArrayList<>();
        Instant end = Instant.now().plusSeconds(60);
        while (read.size() < count && Instant.now().isBefore(end)) {
            consumer.poll(Duration.ofMillis(100)).forEach(read::add);
        }
        assertThat(read).hasSize(count);
        return read;
    }

    @FunctionalInterface
    private interface Asking {
        JsonNode ask() throws IOException, InterruptedException;
    }

    private static JsonNode eventually(Asking asking, String expected) throws IOException, InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        JsonNode answer = asking.ask();
        while (!answer.toString().contains(expected) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            answer = asking.ask();
        }
        assertThat(answer.toString()).contains(expected);
        return answer;
    }
}
