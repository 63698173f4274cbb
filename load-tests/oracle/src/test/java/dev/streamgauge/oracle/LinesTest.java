package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.landing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How lines are read: their order, number and number format mean nothing. */
class LinesTest {

    @Test
    void noLinesMakeNoRows() {
        // When
        Story story = Story.of();

        // Then
        assertThat(story.sections())
                .hasSize(15)
                .allSatisfy((section, rows) -> assertThat(rows).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shufflingAndDoublingTheLinesChangesNothing(long seed) {
        // Given
        List<String> once = RandomHistory.of(seed, 150);
        List<String> often = new ArrayList<>(once);
        often.addAll(once.subList(0, 100));
        often.addAll(once);
        Collections.shuffle(often, new Random(seed));

        // When
        var expected = Story.ORACLE.compute(once);
        var actual = Story.ORACLE.compute(often);

        // Then
        assertThat(actual).isEqualTo(expected);
        assertThat(expected)
                .allSatisfy((section, rows) -> assertThat(rows).as(section).isNotEmpty());
    }

    @Test
    void timesAreNumbersOrTextWithAnyOffset() {
        // Given: the same landing four times
        Line[] lines = {
            landing("2026-03-02T09:30:00Z", "c1"),
            landing("2026-03-02T10:30+01:00", "c1"),
            landing("2026-03-02T04:00:00.000-05:30", "c1"),
            landing("09:30", "c1").with("occurred_at", 1772443800000L),
        };

        // When
        Story story = Story.of(lines);

        // Then
        assertThat(story.told("completeness", "source", "first_event_at", "last_event_at"))
                .containsExactly("* 09:30 09:30", "file 09:30 09:30");
    }

    @Test
    void rowsHaveAllFieldsOfTheSchemaInItsOrderWithNullsAndThreeDecimals() {
        // When
        Story story = Story.of(landing("09:30:00.5", "c1", commit("c1")));

        // Then
        assertThat(story.sections().get("changes")).hasToString("""
                        [{"repository":"github.com/acme/shop","change":"github.com/acme/shop@c1","kind":"direct",\
                        "state":"landed","request":null,"joined_by":"push","first_authored_at":null,"opened_at":null,\
                        "landed_at":"2026-03-02T09:30:00.500Z","landing_sha":"c1","landings":1,"actor_class":null,\
                        "ai_evidence":null,"author":null,"services":null,"ready_at":null,"first_review_at":null,\
                        "approved_at":null,"merge_queue_passes":0,"merge_queue_evictions":0,"hotfix":false,"reverts":[],\
                        "open_stage":null,"open_since":null,"url":null,"definition":"1"}]""");
    }

    @Test
    void aNumberLikeTextStaysText() {
        // When: shas and ids of digits only, with zeros and e
        Story story = Story.of(landing("09:30", "0012e3"), deploy("10:00", "007", "0012e3"));

        // Then
        assertThat(story.told("deploys", "deploy_id", "position_sha")).containsExactly("007 0012e3");
    }

    @Test
    void severalFilesAreOneHistory(@TempDir Path folder) throws IOException {
        // Given
        Path landings = Files.writeString(folder.resolve("it's.ndjson"), landing("09:30", "c1") + "\n");
        Path deploys = Files.writeString(folder.resolve("deploys.ndjson"), deploy("10:00", "d1", "c1") + "\n");

        // When
        var sections = Oracle.over(List.of(landings, deploys));

        // Then
        assertThat(new Story(sections).told("deliveries", "change", "deploy_id"))
                .containsExactly("@c1 d1");
    }

    @Test
    void aLineThatCannotBeReadIsSaid() {
        // Given
        List<String> lines = List.of("{\"type\":\"CommitPushed\",");

        // When and Then
        assertThatThrownBy(() -> Story.ORACLE.compute(lines))
                .isInstanceOf(OracleException.class)
                .hasMessageContaining("What was said?");
    }
}
