package dev.streamgauge.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final Instant YEAR_9999 = Instant.parse("9999-01-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void theCommittedSampleIsWhatItsCommandWrites() throws IOException {
        // Given
        Path out = directory.resolve("again.ndjson");

        // When
        int status = sample("--seed", "22", "--repositories", "5", "--days", "8", "--out", out.toString());

        // Then
        assertThat(status).isZero();
        assertThat(Files.mismatch(out, SAMPLES.resolve("organisation.ndjson")))
                .as("-1 if equal; run the command of load-tests/samples/README.md again")
                .isEqualTo(-1);
    }

    @Test
    void theSampleHasSomethingOfEverything() throws IOException {
        // When
        String sample = Files.readString(SAMPLES.resolve("organisation.ndjson"));

        // Then
        assertThat(sample)
                .contains(
                        "\"type\":\"RepositoryOwned\"",
                        "\"dequeued_at\":",
                        "\"hotfix\":true",
                        "\"reverts_request\":",
                        "\"reverts\":[",
                        "\"picked_from\":[",
                        "\"services\":[",
                        "\"services\":[]",
                        "\"source_branch\":\"develop\"",
                        "\"state\":\"dismissed\"",
                        "\"ready_at\":",
                        "\"approval_requested_at\":",
                        "\"outcome\":\"infrastructure_error\"");
    }

    @Test
    void theBadSampleHasOneLineOfEachKind() throws IOException {
        // Given
        List<String> lines = Files.readAllLines(SAMPLES.resolve("bad.ndjson"));

        // When
        Map<Integer, Refusal> refused = new TreeMap<>();
        for (int line = 1; line <= lines.size(); line++) {
            Refusal reason = refusal(lines.get(line - 1));
            if (reason != null) {
                refused.put(line, reason);
            }
        }

        // Then
        assertThat(refused)
                .isEqualTo(Map.of(
                        2, Refusal.BROKEN_JSON,
                        4, Refusal.UNKNOWN_TYPE,
                        5, Refusal.MISSING_FIELD,
                        7, Refusal.UNKNOWN_FIELD,
                        9, Refusal.TIME_OUT_OF_RANGE));
        assertThat(lines).hasSize(11);
    }

    @Test
    void theNumberOfEventsCanBeLimited() throws IOException {
        // Given
        Path out = directory.resolve("few.ndjson");

        // When
        int status = sample("--events", "25", "--out", out.toString());

        // Then
        assertThat(status).isZero();
        assertThat(Files.readAllLines(out)).hasSize(25);
    }

    @Test
    void wrongArgumentsEndWithStatusTwo() {
        assertThat(sample("--seed", "x", "--out", "f")).isEqualTo(2);
        assertThat(sample("--repositories", "0", "--out", "f")).isEqualTo(2);
        assertThat(sample("--days")).isEqualTo(2);
        assertThat(sample("--colour", "red")).isEqualTo(2);
        assertThat(sample()).isEqualTo(2);
    }

    @Test
    void aFileThatCannotBeWrittenEndsWithStatusOne() {
        assertThat(sample(
                        "--events",
                        "1",
                        "--out",
                        directory.resolve("no/such/file").toString()))
                .isEqualTo(1);
    }

    private static int sample(String... arguments) {
        return Sample.run(arguments);
    }

    /** Why a line is refused, or null. A time out of range is refused behind the parser, at the door. */
    private static Refusal refusal(String line) {
        try {
            boolean late = EventJson.parse(line) instanceof DeployChanged deploy
                    && deploy.getFinishedAt().isAfter(YEAR_9999);
            return late ? Refusal.TIME_OUT_OF_RANGE : null;
        } catch (BadEventException e) {
            return e.reason();
        }
    }
}
