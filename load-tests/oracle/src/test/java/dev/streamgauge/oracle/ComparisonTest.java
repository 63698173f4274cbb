package dev.streamgauge.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String ROW =
            "{'scope':'team','name':'r','workflow':'ci','profile':'p','window':'day','window_start':'t'%s}";

    private static JsonNode json(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, List<ObjectNode>> timeToGreen(String fields) {
        return Map.of("time_to_green", List.of((ObjectNode) json(ROW.formatted(fields))));
    }

    private static List<String> differences(String actual, String expected) {
        return Comparison.of(timeToGreen(actual), timeToGreen(expected)).differences().stream()
                .map(Difference::toString)
                .toList();
    }

    @Test
    void whatDependsOnArrivalAndClockIsNotCompared() {
        // When
        List<String> differences = differences(
                ",'count':1,'revision':7,'computed_at':'now','histogram':[1],'recovery_histogram':[1]", ",'count':1");

        // Then
        assertThat(differences).isEmpty();
    }

    @Test
    void quantilesMayBeOnePercentOffAndNoMore() {
        // When
        List<String> differences = differences(
                ",'p50_ms':1010,'p75_ms':990,'p90_ms':1011,'p95_ms':989,'max_ms':0",
                ",'p50_ms':1000,'p75_ms':1000,'p90_ms':1000,'p95_ms':1000,'max_ms':0");

        // Then
        assertThat(differences)
                .containsExactly(
                        "time_to_green [team / r / ci / p / day / t] p90_ms: expected 1000, but was 1011",
                        "time_to_green [team / r / ci / p / day / t] p95_ms: expected 1000, but was 989");
    }

    @Test
    void ofARateTheLastBitsMayDiffer() {
        // When
        List<String> differences =
                differences(",'red_share':0.30000000000000004,'rate':0.30001", ",'red_share':0.3,'rate':0.3");

        // Then
        assertThat(differences)
                .containsExactly("time_to_green [team / r / ci / p / day / t] rate: expected 0.3, but was 0.30001");
    }

    @Test
    void nullAgreesOnlyWithNull() {
        // When
        List<String> differences =
                differences(",'p50_ms':null,'mean_ms':null,'max_ms':0", ",'p50_ms':null,'mean_ms':0");

        // Then
        assertThat(differences)
                .containsExactly(
                        "time_to_green [team / r / ci / p / day / t] mean_ms: expected 0, but was null",
                        "time_to_green [team / r / ci / p / day / t] max_ms: expected no such field, but was 0");
    }

    @Test
    void sumsAreExactWhateverTheirJavaType() {
        // When
        List<String> differences = differences(",'sum_ms':1001,'count':2.0", ",'sum_ms':1000,'count':2");

        // Then
        assertThat(differences)
                .containsExactly("time_to_green [team / r / ci / p / day / t] sum_ms: expected 1000, but was 1001");
    }

    @Test
    void missingAndExtraAndDoubledRowsAreDifferences() {
        // Given
        ObjectNode one = (ObjectNode) json("{'repository':'r','source':'git'}");
        ObjectNode other = (ObjectNode) json("{'repository':'r','source':'*'}");

        // When
        Comparison comparison =
                Comparison.of(Map.of("completeness", List.of(one, one)), Map.of("completeness", List.of(other)));

        // Then
        assertThat(comparison.agrees()).isFalse();
        assertThat(comparison.describe(2)).isEqualTo("""
                        completeness [r / git]: not expected, but was a second row of this key
                        completeness [r / *]: missing, expected {"repository":"r","source":"*"}
                        and 1 more""");
    }

    @Test
    void aWrittenReportIsReadBySections() {
        // Given
        JsonNode report =
                json("{'facts':{'changes':[{'repository':'r','change':'r#1'}]},'aggregates':{'lead_time':[]}}");

        // When
        Map<String, List<ObjectNode>> sections = Section.ofReport(report);

        // Then
        assertThat(sections).hasSize(15);
        assertThat(sections.get("changes")).hasSize(1);
    }
}
