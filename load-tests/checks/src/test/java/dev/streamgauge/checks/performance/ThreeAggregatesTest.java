package dev.streamgauge.checks.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreeAggregatesTest {

    @TempDir
    private Path directory;

    private static String event(String type, String fields) {
        return "{\"type\":\"%s\",\"repository\":\"r\",\"occurred_at\":\"2026-03-02T10:00:00Z\",%s}"
                .formatted(type, fields.replace('\'', '"'));
    }

    private static String build(String run, String outcome, String finished) {
        return event(
                "BuildChanged",
                "'run_id':'%s','workflow':'ci','trigger':'push','branch':'main','default_branch':'main','sha':'a','state':'finished','outcome':'%s','finished_at':'2026-03-02T%sZ'"
                        .formatted(run, outcome, finished));
    }

    private Map<String, String> rows(String... events) throws IOException {
        Path lines = directory.resolve("events.ndjson");
        List<String> twice = Stream.concat(Stream.of(events), Stream.of(events)).toList();
        Files.write(lines, twice);
        try (ThreeAggregates batch = ThreeAggregates.of(lines)) {
            return batch.rows();
        }
    }

    @Test
    void whatIsToldTwiceCountsOnce() throws IOException {
        // When
        Map<String, String> rows = rows(
                event("CommitPushed", "'branch':'main','default_branch':'main','after':'a'"),
                event("CommitPushed", "'branch':'work','default_branch':'main','after':'b'"),
                build("1", "failure", "10:10:00"),
                build("2", "success", "10:15:00"),
                build("3", "cancelled", "10:20:00"),
                event(
                        "DeployChanged",
                        "'environment':'production','sha':'a','state':'finished','outcome':'success','finished_at':'2026-03-03T10:00:00Z'"));

        // Then
        assertThat(rows)
                .isEqualTo(Map.of(
                        "lead-time|r|2026-03-03", "1,86400000",
                        "main-builds|r|2026-03-02", "2,1",
                        "time-to-green|r|2026-03-02", "1,300000"));
    }
}
