package dev.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.connectors.connect.polling.PollStream;
import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.polling.github.GitHubSource;
import dev.streamgauge.connectors.connect.testkit.Answer;
import dev.streamgauge.connectors.connect.testkit.FakeGitHub;
import dev.streamgauge.connectors.connect.testkit.TestClock;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From GitHub's list of failed deliveries, through the poller's sweep and the topology, to what completeness.v1 says. */
class UndeliveredTest {

    private static final List<String> SHOWN = List.of(
            "webhooks_checked_at",
            "webhooks_waiting",
            "webhooks_lost",
            "webhooks_missing_since",
            "webhooks_lost_at",
            "mend");

    private final FakeGitHub github = new FakeGitHub();
    private final TestClock clock = new TestClock("2026-03-10T10:00:00Z");
    private GitHubSource source;
    private PollStream sweep;

    @TempDir
    Path directory;

    @BeforeEach
    void begin() {
        github.add("hooks", "{\"id\":7,\"config\":{\"url\":\"https://gate.example/webhooks/github\"}}");
        github.api().route(".*/attempts", call -> Answer.status(202).saying("{}"));
        source = GitHubSource.of(settings(), DoorRules.usual(), clock, new PollingMetrics());
        sweep = source.streams("acme/shop").get(0);
    }

    private SourceSettings settings() {
        URI url = github.api().base();
        return new SourceSettings(
                "github",
                new SourceSettings.Access(url, null, "token"),
                new SourceSettings.Scope(
                        new SourceSettings.Repositories(List.of("acme/shop"), List.of(), List.of(), false),
                        Set.of("deliveries"),
                        "https://gate.example/webhooks/github"),
                new SourceSettings.Pace(null, Duration.ofMinutes(1), Duration.ofDays(3), Duration.ofSeconds(5), 0),
                null);
    }

    @AfterEach
    void end() {
        source.close();
        github.close();
    }

    @Test
    void whatASweepFindsIsSeenAndTakenBackWhenItArrives() throws Exception {
        // Given
        attempt(1, "late", "2026-03-10T09:30:00Z", 503);
        for (int attempt = 1; attempt <= 6; attempt++) {
            attempt(10 + attempt, "lost", "2026-03-10T0%d:00:00Z".formatted(attempt), 503);
        }
        List<SpecificRecord> first = sweepAfter(Duration.ZERO);
        attempt(2, "late", "2026-03-10T10:00:20Z", 202);
        List<SpecificRecord> second = sweepAfter(Duration.ofMinutes(1));
        attempt(20, "lost", "2026-03-10T10:01:20Z", 202);
        List<SpecificRecord> third = sweepAfter(Duration.ofMinutes(1));

        // When
        List<String> found = seen(first);
        List<String> arrived = seen(first, second);
        List<String> well = seen(third, second, first, second);

        // Then
        assertThat(found)
                .containsExactly(
                        "* - 1 1 2026-03-10T01:00:00.000Z 2026-03-10T10:00:00.000Z commits,requests,builds,deploys,incidents",
                        "github 2026-03-10T10:00:00.000Z 1 1 2026-03-10T01:00:00.000Z 2026-03-10T10:00:00.000Z -");
        assertThat(arrived)
                .containsExactly(
                        "* - 0 1 2026-03-10T01:00:00.000Z 2026-03-10T10:01:00.000Z commits,requests,builds,deploys,incidents",
                        "github 2026-03-10T10:01:00.000Z 0 1 2026-03-10T01:00:00.000Z 2026-03-10T10:01:00.000Z -");
        assertThat(well)
                .containsExactly(
                        "* - 0 0 - 2026-03-10T10:01:00.000Z -",
                        "github 2026-03-10T10:02:00.000Z 0 0 - 2026-03-10T10:01:00.000Z -");
    }

    private void attempt(int id, String guid, String at, int status) {
        github.add(
                "hooks/7/deliveries",
                "{\"id\":%d,\"guid\":\"%s\",\"delivered_at\":\"%s\",\"status_code\":%d}"
                        .formatted(id, guid, at, status));
    }

    private List<SpecificRecord> sweepAfter(Duration pause) throws Exception {
        clock.set(clock.instant().plus(pause));
        return sweep.step().events();
    }

    /** "github 10:00 1 1 01:00 10:00 -": the rows of completeness.v1 after these events. */
    @SafeVarargs
    private List<String> seen(List<SpecificRecord>... steps) throws IOException {
        try (DrivenTopology topology = new DrivenTopology(Files.createTempDirectory(directory, "driven"))) {
            for (List<SpecificRecord> step : steps) {
                step.forEach(topology::send);
            }
            return topology.sections().get("completeness").stream()
                    .map(UndeliveredTest::row)
                    .toList();
        }
    }

    private static String row(ObjectNode row) {
        return row.get("source").asText() + " "
                + String.join(
                        " ",
                        SHOWN.stream()
                                .map(field -> row.get(field).isNull()
                                        ? "-"
                                        : row.get(field).asText())
                                .toList());
    }
}
