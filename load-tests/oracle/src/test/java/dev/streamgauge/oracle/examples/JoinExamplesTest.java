package dev.streamgauge.oracle.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections 11.10 to 11.13. */
class JoinExamplesTest {

    private static List<String> told(String example, String section, Table table) {
        return Example.of(example).but("change", "@" + "a0".repeat(20)).told(section, table.fields());
    }

    @Test
    void aChangeConcernsTheServicesThatItTouches() {
        // Given
        Table deliveries = Docs.table("11.10", 2);

        // When
        List<String> told = told("services", "deliveries", deliveries);

        // Then: nothing delivers #4, which touches none
        assertThat(told).isEqualTo(deliveries.rows());
    }

    @Test
    void aPickDeliversWhatItWasPickedFrom() {
        // Given
        Table deploys = Docs.table("11.11", 1);
        Table deliveries = Docs.table("11.11", 2);

        // When
        List<String> deployed = told("cherry-pick", "deploys", deploys);
        List<String> delivered = told("cherry-pick", "deliveries", deliveries);

        // Then
        assertThat(deployed).isEqualTo(deploys.rows());
        assertThat(delivered).isEqualTo(deliveries.rows());
    }

    @Test
    void aPromotionCarriesChangesAndIsNone() {
        // Given
        Table changes = Docs.table("11.12", 2);
        Table deliveries = Docs.table("11.12", 3);

        // When
        List<String> landed = told("promotion", "changes", changes);
        List<String> delivered = told("promotion", "deliveries", deliveries);

        // Then
        assertThat(landed).isEqualTo(changes.rows());
        assertThat(delivered).isEqualTo(deliveries.rows());
    }

    @Test
    void aMergedRequestListsTheCommitsOfItsRebase() {
        // Given
        Table changes = Docs.table("11.13", 1);
        Table deliveries = Docs.table("11.13", 2);

        // When
        List<String> landed = told("rebase", "changes", changes);
        List<String> delivered = told("rebase", "deliveries", deliveries);

        // Then
        assertThat(landed).isEqualTo(changes.rows());
        assertThat(delivered).isEqualTo(deliveries.rows());
    }

    @Test
    void withoutTheMergedSnapshotARebaseIsADirectPush() {
        // When
        List<String> changes =
                Example.of("rebase").without("ReviewChanged").told("changes", List.of("change", "joined_by"));

        // Then
        assertThat(changes).containsExactlyInAnyOrder("@a0 | push", "@b2 | push", "@c1 | push");
    }
}
