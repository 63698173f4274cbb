package dev.streamgauge.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.aggregates.v1.Bucket;
import dev.streamgauge.aggregates.v1.LeadTime;
import dev.streamgauge.aggregates.v1.MainBranch;
import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.facts.v1.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    private static final Set<String> VOLATILE = Set.of("revision", "computed_at");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void aRowHasTheSchemasNamesInOrderWithNullsAndThreeDecimals() {
        // Given
        MainBranch row = MainBranch.newBuilder()
                .setName("github.com/acme/shop")
                .setWorkflow("*")
                .setWindow("day")
                .setWindowStart(MARCH)
                .setCount(4)
                .setSuccesses(3)
                .setFailures(1)
                .setRunSuccessRate(0.75)
                .setComputedAt(MARCH)
                .build();

        // When
        String json = RecordJson.toJson(row, VOLATILE).toString();

        // Then
        assertThat(json)
                .isEqualTo(
                        "{\"scope\":\"repository\",\"name\":\"github.com/acme/shop\",\"workflow\":\"*\",\"profile\":\"streamgauge\",\"window\":\"day\","
                                + "\"window_start\":\"2026-03-01T00:00:00.000Z\",\"count\":4,\"successes\":3,\"failures\":1,"
                                + "\"run_success_rate\":0.75,\"commits\":0,\"green_commits\":0,\"commit_green_rate\":null,"
                                + "\"rerun_tax\":null,\"reruns\":0,\"flakes\":0,\"excluded_cancelled\":0,\"excluded_skipped\":0,\"excluded_neutral\":0,"
                                + "\"excluded_stale\":0,\"excluded_infrastructure_error\":0,\"definition\":\"1\"}");
    }

    @Test
    void aMapIsAnObjectWithItsKeysInOrder() {
        // Given
        Alert alert = Alert.newBuilder()
                .setFingerprint("f")
                .setRule("CiSlow")
                .setKind("age")
                .setState("firing")
                .setSeverity("page")
                .setName("github.com/acme/shop")
                .setSubject(Map.of("queue", "ci", "label", "linux"))
                .setSummary("It is slow")
                .setThreshold(1)
                .setUnit("ms")
                .setStartsAt(MARCH)
                .setRulesVersion("r")
                .setUpdatedAt(MARCH)
                .build();

        // When
        String subject = RecordJson.toJson(alert, VOLATILE).get("subject").toString();

        // Then
        assertThat(subject).isEqualTo("{\"label\":\"linux\",\"queue\":\"ci\"}");
    }

    @Test
    void nestedRecordsAndMissingValuesAreKept() {
        // Given
        LeadTime row = LeadTime.newBuilder()
                .setName("r/a")
                .setService("a")
                .setEnvironment("production")
                .setMetric("change_lead_time")
                .setWindow("hour")
                .setWindowStart(MARCH.plusMillis(5))
                .setHistogram(List.of(new Bucket(-1, 2L), new Bucket(700, 1L)))
                .build();

        // When
        String json = RecordJson.toJson(row, Set.of()).toString();

        // Then
        assertThat(json)
                .contains("\"window_start\":\"2026-03-01T00:00:00.005Z\"")
                .contains("\"mean_ms\":null")
                .contains("\"histogram\":[{\"index\":-1,\"count\":2},{\"index\":700,\"count\":1}]")
                .endsWith("\"revision\":1,\"computed_at\":null}");
    }

    @Test
    void whatIsTrueOrFalseIsNoText() {
        // When
        String json = RecordJson.toJson(new Lane(), Set.of()).toString();

        // Then
        assertThat(json).contains("\"production\":false");
    }
}
