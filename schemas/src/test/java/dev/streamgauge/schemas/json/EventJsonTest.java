package dev.streamgauge.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.testkit.RandomRecords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {

    private static final String SHA = "2222222222222222222222222222222222222222";

    private static String deploy(String occurredAt) {
        return "{\"type\":\"DeployChanged\",\"repository\":\"GitHub.com/Acme/Shop\",\"occurred_at\":" + occurredAt
                + ",\"deploy_id\":\"d-7\",\"environment\":\"production\",\"sha\":\"" + "AB".repeat(20)
                + "\",\"state\":\"running\"}";
    }

    static List<Class<? extends SpecificRecord>> events() {
        return Topics.events().stream()
                .<Class<? extends SpecificRecord>>map(Topic::valueClass)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anyEventSurvivesJson(Class<? extends SpecificRecord> type) throws Exception {
        // Given
        RandomRecords random = new RandomRecords(5);

        for (int i = 0; i < 500; i++) {
            SpecificRecord event = random.next(type);
            String line = EventJson.write(event);

            // When
            SpecificRecord back = EventJson.parse(line.getBytes(StandardCharsets.UTF_8));

            // Then
            assertThat(back).isEqualTo(event);
            assertThat(EventJson.write(back)).isEqualTo(line);
            assertThat(line)
                    .startsWith("{\"type\":\"" + type.getSimpleName() + "\",")
                    .doesNotContain("\n");
        }
    }

    @Test
    void theExamplesOfTheDocumentationAreEvents() throws Exception {
        // Given
        List<String> lines = Files.readAllLines(Path.of("../docs/events.md")).stream()
                .filter(line -> line.startsWith("{\"type\""))
                .toList();

        // When
        CommitPushed push = (CommitPushed) EventJson.parse(lines.get(0));
        DeployChanged deploy = (DeployChanged) EventJson.parse(lines.get(1));

        // Then
        assertThat(lines).hasSize(4);
        assertThat(EventJson.parse(lines.get(2))).isInstanceOf(RepositoryOwned.class);
        assertThat(EventJson.parse(lines.get(3))).isInstanceOf(SourceChecked.class);
        assertThat(push.getCommits()).singleElement().satisfies(commit -> {
            assertThat(commit.getSha()).isEqualTo(SHA);
            assertThat(commit.getAuthoredAt()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
            assertThat(commit.getParents()).isNull();
        });
        assertThat(deploy.getFinishedAt()).isEqualTo(Instant.parse("2026-03-01T10:10:00Z"));
        assertThat(EventJson.parse(EventJson.write(push))).isEqualTo(push);
    }

    @Test
    void whatIsLeftOutTakesItsDefault() throws Exception {
        // When
        DeployChanged deploy = (DeployChanged) EventJson.parse(deploy("\"2026-03-01T10:10:00Z\""));

        // Then
        assertThat(deploy.getEventId()).matches("[0-9a-f]{32}");
        assertThat(deploy.getSource()).isEqualTo("file");
        assertThat(deploy.getReceivedAt()).isEqualTo(deploy.getOccurredAt());
        assertThat(deploy.getAttempt()).isEqualTo(1);
        assertThat(deploy.getService()).isNull();
    }

    @Test
    void aLineGivesTheSameEventWheneverItIsReadAndOtherLinesOtherIds() throws Exception {
        // Given
        String line = deploy("1772359800000");

        // When
        DeployChanged again = (DeployChanged) EventJson.parse(line.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(again).isEqualTo(EventJson.parse(line));
        assertThat(again.getEventId())
                .isNotEqualTo(((DeployChanged) EventJson.parse(deploy("1772359800001"))).getEventId());
    }

    @Test
    void repositoriesAndHashesAreLowerCased() throws Exception {
        // When
        DeployChanged deploy = (DeployChanged) EventJson.parse(deploy("0"));

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(deploy.getSha()).isEqualTo("ab".repeat(20));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2026-03-01T10:10:00Z\"', 2026-03-01T10:10:00Z",
        "'\"2026-03-01T11:10:00.5+01:00\"', 2026-03-01T10:10:00.500Z",
        "'\"2026-03-01T10:10:00.123456789Z\"', 2026-03-01T10:10:00.123Z",
        "'\"2026-03-01T10:10Z\"', 2026-03-01T10:10:00Z",
        "1772359800000, 2026-03-01T10:10:00Z",
        "-1, 1969-12-31T23:59:59.999Z",
        "'\"9999-12-31T23:59:59.999Z\"', 9999-12-31T23:59:59.999Z",
        "'\"0001-01-01T00:00:00Z\"', 0001-01-01T00:00:00Z",
    })
    void timesAreIsoWithAnOffsetOrMilliseconds(String json, Instant expected) throws Exception {
        assertThat(((DeployChanged) EventJson.parse(deploy(json))).getOccurredAt())
                .isEqualTo(expected);
    }

    @Test
    void theByteOrderMarkOfSomeEditorsIsSkipped() throws Exception {
        assertThat(EventJson.parse("\uFEFF" + deploy("0"))).isInstanceOf(DeployChanged.class);
    }

    @Test
    void aDefaultIsNotSharedBetweenEvents() throws Exception {
        // Given
        String line =
                "{\"type\":\"ReviewChanged\",\"repository\":\"h/r\",\"occurred_at\":0,\"request\":\"1\",\"state\":\"open\"}";
        ReviewChanged first = (ReviewChanged) EventJson.parse(line);

        // When
        first.getLabels().add("urgent");

        // Then
        assertThat(((ReviewChanged) EventJson.parse(line)).getLabels()).isEmpty();
    }
}
