package dev.streamgauge.standalone.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.standalone.commands.RulesCommand;
import dev.streamgauge.standalone.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTestCommandTest {

    private static final String EXAMPLES = "../../docs/examples/";

    @TempDir
    Path directory;

    @Test
    void whatWouldHaveFiredIsPrinted() throws IOException {
        // Given
        Path rules = Files.writeString(
                directory.resolve("rules.yaml"),
                "rules:\n  - { name: MainRed, kind: red_for, threshold: 1h, summary: 'red for {value}' }\n");
        Path later = Files.writeString(
                directory.resolve("later.ndjson"),
                "{\"type\":\"BuildChanged\",\"repository\":\"example.org/docs/later\",\"occurred_at\":\"2026-03-02T12:30:00Z\","
                        + "\"run_id\":\"1\",\"workflow\":\"ci\",\"trigger\":\"manual\",\"sha\":\"" + "a1".repeat(20)
                        + "\",\"state\":\"queued\"}\n");

        // When
        CommandRun run = CommandRun.of(
                new RulesCommand(),
                "rules",
                "test",
                rules.toString(),
                "--events",
                EXAMPLES + "red-episodes.ndjson",
                later.toString());

        // Then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().skip(1))
                .singleElement()
                .asString()
                .matches(
                        "2026-03-02T12:20:10Z +still fires +ticket +MainRed +example.org/docs/red-episodes ci +red for 1h");
        assertThat(run.err()).contains("1 fired, in ");
    }

    @Test
    void rulesWithMistakesAreNotPlayed() throws IOException {
        // Given
        Path rules = Files.writeString(directory.resolve("rules.yaml"), "rules:\n  - name: A\n");

        // When
        CommandRun run = CommandRun.of(new RulesCommand(), "rules", "test", rules.toString(), "--events", EXAMPLES);

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("rules.yaml:2: 'rules[0]' needs 'kind'");
    }
}
