package dev.streamgauge.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.EventTopics;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.commands.ExplainCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExplainTest {

    private static final String EXAMPLES = "../../docs/examples";
    private static final String LEAD_TIME = "example.org/docs/lead-time";
    private static final String ELSEWHERE = "example.org/docs/fork-point";

    private static final int PARTITIONS = 4;
    private static final int LAST_PARTITION = PARTITIONS - 1;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void shouldPrintTheTimelineOfAChangeFromFiles() {
        // When
        int code = explain(LEAD_TIME + "#3", EXAMPLES);

        // Then
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith(LEAD_TIME + "#3 landed on main at 2026-03-02T10:00:00Z by c1c1c1c (")
                .contains(
                        "2026-03-02 09:15:00  -            commit c1c1c1c written",
                        "2026-03-02 11:10:00  1 h 10 min   deploy D2/1 of d1d1d1d to production finished: success",
                        "1 h 10 min          1 h 55 min",
                        "deploy D2/1 to lead-time/production put d1d1d1d there (on_main): the first deploy whose",
                        "coding       2026-03-02 09:15:00  45 min 00 s  2700000  39.1 %  until the landing, which came before",
                        "all          2026-03-02 09:15:00  1 h 55 min   6900000  -       the change lead time",
                        "lead-time.v1  lead-time production *,unknown streamgauge delivery_lead_time  hour 2026-03-02T11:00, ",
                        "hour 2026-03-02T11:00, day 2026-03-02, week 2026-03-02  repository " + LEAD_TIME,
                        LEAD_TIME + ", organisation example.org/docs  count +1, sum_ms +4,200,000");
    }

    @Test
    void shouldGiveProgramsEveryDurationInMilliseconds() throws IOException {
        // When
        int code = explain(LEAD_TIME + "#3", EXAMPLES, "--output", "json");

        // Then
        assertThat(code).isZero();
        JsonNode explanation = json().get(0);
        assertThat(explanation.fieldNames())
                .toIterable()
                .containsExactly(
                        "kind",
                        "repository",
                        "id",
                        "summary",
                        "facts",
                        "timeline",
                        "deliveries",
                        "relations",
                        "counted");
        assertThat(explanation.at("/deliveries/0/record/delivery_lead_time_ms").asLong())
                .isEqualTo(4_200_000);
        assertThat(explanation.at("/timeline/0/at").asText()).isEqualTo("2026-03-02T09:15:00.000Z");
        assertThat(explanation.at("/timeline/1/since_ms").asLong()).isEqualTo(2_700_000);
        assertThat(explanation.at("/timeline/0/events/0/origin").asText()).startsWith(EXAMPLES + "/lead-time.ndjson:");
        assertThat(explanation.at("/facts/0/topic").asText()).isEqualTo("changes.v1");
        assertThat(explanation.at("/counted/0/key/window_start").asText()).isEqualTo("2026-03-02T11:00:00.000Z");
    }

    @Test
    void shouldExplainDeploysAndRedEpisodes() {
        assertThat(explain(LEAD_TIME, EXAMPLES, "--deploy", "D2")).isZero();
        assertThat(out.toString()).contains("it delivered 2 changes");
        assertThat(explain("example.org/docs/red-episodes", EXAMPLES, "--red-episode", "4/2"))
                .isZero();
        assertThat(out.toString())
                .contains("ci turned red at 2026-03-02T10:05:00Z by run 4/2 of c4c4c4c; it was green again at");
    }

    @Test
    void shouldTellOfLinesThatAreNoEvents() throws IOException {
        // Given
        Path broken = Files.writeString(directory.resolve("broken.ndjson"), "no event\n");

        // When
        int code = explain(LEAD_TIME + "#3", EXAMPLES, broken.toString());

        // Then
        assertThat(code).isEqualTo(ExitCode.DEAD_LETTERED);
        assertThat(err.toString()).contains("broken.ndjson:1: broken_json: ").hasLineCount(1);
        assertThat(out.toString()).startsWith(LEAD_TIME + "#3 landed");
    }

    @Test
    void shouldNameWhatIsNearAnUnknownSubject() {
        assertFails(
                "There is no change " + LEAD_TIME + "#30: near it are #4, #3, #2, #1", 1, LEAD_TIME + "#30", EXAMPLES);
        assertFails(
                "There is no event of the repository example.org/docs/nothing: there are example.org/docs/ai-evidence, ",
                1,
                "example.org/docs/nothing#1",
                EXAMPLES);
    }

    @Test
    void shouldExplainWrongUsageInOneLine() {
        assertFails("'shop' is no change: write host/owner/name#142", 2, "shop", EXAMPLES);
        assertFails("'a/b#1' is no repository: write host/owner/name", 2, "a/b#1", "--deploy", "D1", EXAMPLES);
        assertFails(
                "Give one of --deploy, --incident and --red-episode", 2, "a/b", "--deploy=1", "--incident=1", EXAMPLES);
        assertFails("a pattern of names must not be empty", 2, "a/b#1", EXAMPLES, "--production=");
        assertFails("a pattern of names must not be empty", 2, "a/b#1", EXAMPLES, "--required-workflow=ci,,lint");
        assertFails("--production names nothing: give at least one name", 2, "a/b#1", EXAMPLES, "--production=,");
        assertFails("--required-workflow names nothing", 2, "a/b#1", EXAMPLES, "--required-workflow=,,");
        assertFails("--profile names nothing", 2, "a/b#1", EXAMPLES, "--profile=,");
        assertFails(
                "'2026-01-01/2026-01-01' is empty: a period ends before its second time",
                2,
                "a/b#1",
                EXAMPLES,
                "--baseline=2026-01-01/2026-01-01");
        assertFails(
                "'2026-01-02/2026-01-01' ends before it begins",
                2,
                "a/b#1",
                EXAMPLES,
                "--baseline=2026-01-02/2026-01-01");
        assertFails("Where are the events? Name files, or give", 2, "a/b#1");
        assertFails("The events come from one place", 2, "a/b#1", EXAMPLES, "--bootstrap-server=127.0.0.1:1");
        assertFails("Where is the schema registry? Give --registry-url", 2, "a/b#1", "--bootstrap-server=127.0.0.1:1");
        assertFails("There is no data of an earlier run in ", 1, "a/b#1", "--data-dir", directory.toString());
        assertFails(
                "The --command-config none.properties cannot be read: there is no such file",
                1,
                "a/b#1",
                "--bootstrap-server=127.0.0.1:1",
                "--command-config=none.properties");
    }

    @Test
    void shouldSayThatAClusterDoesNotAnswer() throws IOException {
        // Given
        Path config = Files.writeString(directory.resolve("client.properties"), "default.api.timeout.ms=500");
        String[] nowhere = {
            "a/b#1", "--bootstrap-server=127.0.0.1:1", "--registry-url=http://127.0.0.1:1", "--command-config=" + config
        };

        // When / Then
        assertFails("The events of 127.0.0.1:1 cannot be read: Timeout", 1, nowhere);
        assertThat(err.toString()).contains("Is the address right");
        Files.writeString(config, "security.protocol=NONSENSE");
        assertFails("security.protocol", 1, nowhere);
    }

    @Test
    void shouldGiveTheSameExplanationFromFilesAClusterAndADataDirectory() throws IOException {
        // Given
        explain(LEAD_TIME + "#3", EXAMPLES, "--output", "json");
        JsonNode fromFiles = withoutOrigins(json());
        JsonNode fromCluster;
        JsonNode fromElsewhere;
        Path data = directory.resolve("data");
        try (Platform platform = Platform.start(PlatformConfig.in(data))) {
            platform.createTopics(Topic.DEFAULT_PREFIX, PARTITIONS);
            publish(platform);

            // When
            String[] cluster = {
                "--bootstrap-server",
                platform.bootstrapServers(),
                "--registry-url",
                platform.registryUrl(),
                "--output=json"
            };
            assertThat(explain(LEAD_TIME + "#3", cluster)).isZero();
            fromCluster = withoutOrigins(json());
            assertThat(explain(ELSEWHERE + "#2", cluster)).isZero();
            fromElsewhere = json();
            assertThat(explain("a/b#1", cluster)).isEqualTo(1);
        }
        int code = explain(LEAD_TIME + "#3", "--data-dir", data.toString(), "--output", "json");

        // Then
        assertThat(code).isZero();
        assertThat(fromCluster).isEqualTo(fromFiles);
        assertThat(withoutOrigins(json())).isEqualTo(fromFiles);
        assertThat(fromElsewhere.at("/0/timeline/0/events/0/origin").asText())
                .matches("streamgauge\\.events\\.commits\\.v1-[0-3]@\\d+");
        assertThat(err.toString())
                .contains("There is no event of the repository a/b: there are " + ELSEWHERE + ", " + LEAD_TIME)
                .contains(": undecodable: ");
    }

    /** Two repositories, one of them where another partitioner than Kafka's would put it, and bytes that nobody can read. */
    private static void publish(Platform platform) throws IOException {
        Wire wire = Wire.from(platform.clientConfig());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(platform.clientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(EXAMPLES, "lead-time.ndjson"))) {
                messages.add(message(line, null, wire));
            }
            for (String line : Files.readAllLines(Path.of(EXAMPLES, "fork-point.ndjson"))) {
                messages.add(message(line, LAST_PARTITION, wire));
            }
            messages.add(new ProducerRecord<>(
                    "streamgauge.events.commits.v1", LEAD_TIME.getBytes(UTF_8), "?".getBytes(UTF_8)));
            var sent = messages.stream().map(producer::send).toList();
            producer.flush();
            assertThat(sent).allMatch(Future::isDone);
        }
    }

    @SuppressWarnings("unchecked") // each event meets the serializer of its own class
    private static ProducerRecord<byte[], byte[]> message(String line, Integer partition, Wire wire) {
        try {
            SpecificRecord event = EventJson.parse(line);
            String topic = EventTopics.topicOf(event).name(Topic.DEFAULT_PREFIX);
            Class<SpecificRecord> type = (Class<SpecificRecord>) event.getClass();
            String key =
                    (String) event.get(event.getSchema().getField("repository").pos());
            return new ProducerRecord<>(
                    topic,
                    partition,
                    key.getBytes(UTF_8),
                    wire.serializer(type, false).serialize(topic, event));
        } catch (BadEventException e) {
            throw new IllegalStateException(line, e);
        }
    }

    private void assertFails(String message, int code, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(explain(
                        arguments[0],
                        List.of(arguments).subList(1, arguments.length).toArray(String[]::new)))
                .isEqualTo(code);
        assertThat(err.toString()).contains(message).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private static JsonNode withoutOrigins(JsonNode explanations) {
        explanations.findParents("origin").forEach(told -> ((ObjectNode) told).remove("origin"));
        return explanations;
    }

    private int explain(String subject, String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine command = Cli.commandLine(List.of(new ExplainCommand()));
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "explain";
        all[1] = subject;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Cli.run(command, all);
    }
}
