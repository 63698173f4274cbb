package dev.streamgauge.checks.devlake;

import static dev.streamgauge.checks.devlake.Column.CYCLE_TIME;
import static dev.streamgauge.checks.devlake.Column.DEPLOYMENT;
import static dev.streamgauge.checks.devlake.Column.DEPLOY_TIME;
import static dev.streamgauge.checks.devlake.Column.STATE;
import static dev.streamgauge.checks.devlake.Rule.CLOCK_SKEW_LEAVES_OUT;
import static dev.streamgauge.checks.devlake.Rule.EXACT_TO_THE_MILLISECOND;
import static dev.streamgauge.checks.devlake.Rule.FIRST_DEPLOY_IS_A_BASELINE;
import static dev.streamgauge.checks.devlake.Rule.IN_FLIGHT_COUNTS;
import static dev.streamgauge.checks.devlake.Rule.NO_LEAD_TIME_BEFORE_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.checks.Batch;
import dev.streamgauge.checks.OutsideData;
import dev.streamgauge.checks.PureEngine;
import dev.streamgauge.oracle.Oracle;
import dev.streamgauge.oracle.devlake.DevLake;
import dev.streamgauge.oracle.devlake.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** On DevLake's own test data our answers differ from DevLake's here, for these reasons, and nowhere else. */
class DevLakeDifferencesTest {

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference("pr0", CYCLE_TIME, "44640 min", "-", FIRST_DEPLOY_IS_A_BASELINE),
            new Difference("pr1", DEPLOY_TIME, "2978 min", "2977 min 27 s", EXACT_TO_THE_MILLISECOND),
            new Difference("pr1", CYCLE_TIME, "4478 min", "4477 min 27 s", EXACT_TO_THE_MILLISECOND),
            new Difference("pr2", DEPLOY_TIME, "1538 min", "1537 min 27 s", EXACT_TO_THE_MILLISECOND),
            new Difference("pr2", CYCLE_TIME, "1598 min", "-", CLOCK_SKEW_LEAVES_OUT),
            new Difference("pr3", DEPLOYMENT, "6", "-", FIRST_DEPLOY_IS_A_BASELINE),
            new Difference("pr3", CYCLE_TIME, "10203 min", "-", FIRST_DEPLOY_IS_A_BASELINE),
            new Difference("pr4", CYCLE_TIME, "11764 min", "-", NO_LEAD_TIME_BEFORE_DELIVERY),
            new Difference("pr5", CYCLE_TIME, "13204 min", "-", NO_LEAD_TIME_BEFORE_DELIVERY),
            new Difference("pr6", STATE, "-", "open", IN_FLIGHT_COUNTS));

    private final DevLake tables = DevLake.over(OutsideData.folder("devlake").resolve("change_lead_time"));
    private final List<SpecificRecord> events = DevLakeEvents.of(tables);

    @Test
    void ourAnswersDifferFromTheirsInTheseAndNoOthers() {
        // Given
        List<Map<String, String>> theirs = tables.answer(Question.PROJECT_PR_METRICS, "project1");

        // When
        Map<String, List<ObjectNode>> ours = streamed();

        // Then
        assertThat(tables.table("pull_requests").stream()
                        .map(row -> row.get("id"))
                        .flatMap(request -> differences(request, row(theirs, request), Ours.of(ours, request))))
                .containsExactlyElementsOf(DIFFERENCES);
    }

    @Test
    void ourStreamAndOurBatchAgreeOnTheirData() {
        // Given
        try (Oracle oracle = Oracle.open()) {
            Batch batch = Batch.of(oracle, events);

            // When
            Map<String, List<ObjectNode>> streamed = streamed();

            // Then
            batch.requireEqual(streamed, "DevLake's tables");
        }
    }

    @Test
    void theManualListsTheSameDifferences() throws IOException {
        // Given
        Path manual = OutsideData.root().resolve("docs/devlake.md");

        // When
        Stream<String> listed = Files.readAllLines(manual).stream().filter(line -> line.startsWith("| pr"));

        // Then
        assertThat(listed)
                .containsExactlyElementsOf(
                        DIFFERENCES.stream().map(Difference::documented).toList());
    }

    private Map<String, List<ObjectNode>> streamed() {
        PureEngine engine = new PureEngine();
        events.forEach(engine::apply);
        return engine.sections();
    }

    private static Map<String, String> row(List<Map<String, String>> rows, String request) {
        return rows.stream()
                .filter(row -> row.get("id").equals(request))
                .findFirst()
                .orElse(Map.of());
    }

    private static Stream<Difference> differences(String request, Map<String, String> row, Ours ours) {
        return Arrays.stream(Column.values())
                .filter(column -> !column.theirs(row).equals(column.ours(ours)))
                .map(column ->
                        new Difference(request, column, column.theirs(row), column.ours(ours), Rule.of(column, ours)));
    }
}
