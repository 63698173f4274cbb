package dev.streamgauge.oracle.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Section 11.25. */
class CompletenessExamplesTest {

    private static final String THREE_DAYS_LATER = """
            {"type":"SourceChecked","repository":"example.org/docs/undelivered","occurred_at":"2026-03-05T11:30:00Z","source":"github"}""";

    @Test
    void theLastLookAtASourceHolds() {
        // Given
        Table table = Docs.table("11.25", 2);

        // When
        List<String> told = Example.of("undelivered").told("completeness", table.fields());

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    @Test
    void aLookThatFindsNothingTakesBackWhatEarlierOnesFound() {
        // Given
        Table table = Docs.table("11.25", 3);

        // When
        List<String> told = Example.of("undelivered").and(THREE_DAYS_LATER).told("completeness", table.fields());

        // Then
        assertThat(told).isEqualTo(table.rows());
    }
}
