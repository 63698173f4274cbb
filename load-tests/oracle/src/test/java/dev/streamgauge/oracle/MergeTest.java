package dev.streamgauge.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static ObjectNode episode(int attempt, int length) {
        return JSON.createObjectNode()
                .put("repository", "r")
                .put("workflow", "ci")
                .put("red_run_id", "7")
                .put("red_attempt", attempt)
                .put("length_ms", length);
    }

    private static List<ObjectNode> episodes(int... attempts) {
        return IntStream.of(attempts).mapToObj(attempt -> episode(attempt, 5)).toList();
    }

    private static List<String> differences(List<ObjectNode> streamed, List<ObjectNode> expected) {
        Merge merge = new Merge(Section.RED_EPISODES, expected.iterator());
        streamed.forEach(merge::take);
        return merge.end().differences().stream().map(Difference::toString).toList();
    }

    @Test
    void equalRowsAgreeAndNumbersAreSortedBySize() {
        // When
        List<String> differences = differences(episodes(2, 9, 10), episodes(2, 9, 10));

        // Then
        assertThat(differences).isEmpty();
    }

    @Test
    void whatIsMissingAtEachPlaceIsFound() {
        // When
        List<String> differences = differences(episodes(2), episodes(1, 2, 3));

        // Then
        assertThat(differences)
                .hasSize(2)
                .allMatch(difference -> difference.contains("missing"))
                .anyMatch(difference -> difference.contains("r / ci / 7 / 1"))
                .anyMatch(difference -> difference.contains("r / ci / 7 / 3"));
    }

    @Test
    void whatIsTooMuchAtEachPlaceIsFound() {
        // When
        List<String> differences = differences(episodes(1, 2, 3), episodes(2));

        // Then
        assertThat(differences).hasSize(2).allMatch(difference -> difference.contains("not expected"));
    }

    @Test
    void aFieldThatDiffersIsFound() {
        // When
        List<String> differences = differences(List.of(episode(1, 6)), List.of(episode(1, 5)));

        // Then
        assertThat(differences).containsExactly("red_episodes [r / ci / 7 / 1] length_ms: expected 5, but was 6");
    }

    @Test
    void rowsThatComeTwiceOrOutOfOrderAreFound() {
        // When
        List<String> differences = differences(episodes(2, 2, 1), episodes(1, 2));

        // Then
        assertThat(differences)
                .hasSize(3)
                .anyMatch(difference -> difference.contains("a second row"))
                .anyMatch(difference -> difference.contains("out of order"));
    }
}
