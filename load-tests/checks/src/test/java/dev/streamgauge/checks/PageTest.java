package dev.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Tables of docs/metrics.md, held to what the models themselves make of the example. */
class PageTest {

    private static final Set<String> LEAD_TIMES = Set.of("delivery_lead_time", "change_lead_time");
    private static final String EVIDENCE = "ai-evidence";

    @Test
    void theHoursOfLeadTimesAreThoseOfThePage() throws IOException, BadEventException {
        // Given
        PageTable table = PageTable.of("11.1", 6);

        // When
        List<ObjectNode> hours = rows(
                "lead-time",
                "lead_time",
                row -> is(row, "scope", "repository")
                        && is(row, "window", "hour")
                        && is(row, "ai_evidence", "*")
                        && LEAD_TIMES.contains(row.get("metric").asText()));

        // Then
        assertThat(table.told(hours)).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void anIncidentThatNamesNothingIsInTheRowOfEverything() throws IOException, BadEventException {
        // Given
        PageTable table = PageTable.of("11.18", 5);

        // When
        List<ObjectNode> day =
                rows("failures", "deployments", row -> is(row, "scope", "repository") && is(row, "window", "day"));

        // Then
        assertThat(table.told(day)).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void theEvidenceOfAChangeIsTheStrongestThatIsSaid() throws IOException, BadEventException {
        // Given
        PageTable table = PageTable.of("11.24", 1);

        // When
        List<ObjectNode> changes = rows(EVIDENCE, "changes", row -> true);

        // Then
        assertThat(table.told(changes)).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void leadTimesAreGivenPerEvidence() throws IOException, BadEventException {
        // Given
        PageTable table = PageTable.of("11.24", 2);

        // When
        List<ObjectNode> day = rows(
                EVIDENCE,
                "lead_time",
                row -> is(row, "scope", "repository")
                        && is(row, "window", "day")
                        && is(row, "metric", "delivery_lead_time"));

        // Then
        assertThat(table.told(day)).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void theEvidenceIsCorrectedByWhatComesLate() throws IOException, BadEventException {
        // Given
        PageTable table = PageTable.of("11.24", 3);

        // When
        List<ObjectNode> unpushed =
                sections(EVIDENCE, line -> !line.contains("\"branch\":\"one\"")).get("changes");
        List<ObjectNode> unlisted = sections(EVIDENCE, line -> !line.contains("\"request\":\"5\",\"state\""))
                .get("changes");

        // Then
        assertThat(table.told(unpushed)).contains(table.rows().get(0));
        assertThat(table.told(unlisted)).contains(table.rows().get(1)).noneMatch(row -> row.startsWith("#5"));
    }

    private static boolean is(ObjectNode row, String field, String value) {
        return row.get(field).asText().equals(value);
    }

    private static List<ObjectNode> rows(String example, String section, Predicate<ObjectNode> shown)
            throws IOException, BadEventException {
        return sections(example, line -> true).get(section).stream()
                .filter(shown)
                .toList();
    }

    private static Map<String, List<ObjectNode>> sections(String example, Predicate<String> heard)
            throws IOException, BadEventException {
        PureEngine engine = new PureEngine();
        for (String line : Files.readAllLines(OutsideData.root().resolve("docs/examples/" + example + ".ndjson"))) {
            if (heard.test(line)) {
                engine.apply(EventJson.parse(line));
            }
        }
        return engine.sections();
    }
}
