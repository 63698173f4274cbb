package dev.streamgauge.processors.landings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.table.Key;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    @Test
    void keysSortAsPositionsDo() {
        // Given
        Random random = new Random(31);
        for (int i = 0; i < 10_000; i++) {
            Position a = random(random);
            Position b = random(random);

            // When
            int order = a.appendTo(Key.of("r")).compareTo(b.appendTo(Key.of("r")));

            // Then
            assertThat(Integer.signum(order)).isEqualTo(Integer.signum(a.compareTo(b)));
        }
    }

    private static Position random(Random random) {
        List<String> shas = List.of("a", "～", "😀");
        return new Position(
                random.nextInt(3) - 1, random.nextInt(5) - 2, shas.get(random.nextInt(3)), shas.get(random.nextInt(3)));
    }

    @ParameterizedTest
    @CsvSource({
        "9, 10, 9",
        "10, 9, 9",
        "x, 10, 10",
        "x, a, a",
        "7, 007, 007",
        "'', 5, 5",
        "999999999999999999, x, 999999999999999999",
        "-1, 5, 5",
        "10000000000000000000, 9999999999999999999, 9999999999999999999",
        "00000000000000000000007, 8, 00000000000000000000007",
        "0, 00, 0",
        "～, 9999999999999999999, 9999999999999999999",
        "😀, ～, ～"
    })
    void requestsAreOrderedByNumberThenByText(String a, String b, String smallest) {
        // Given
        String unknown = null;

        // When
        String found = RequestNumber.smallest(a, b);

        // Then
        assertThat(found).isEqualTo(smallest);
        assertThat(RequestNumber.smallest(unknown, a)).isEqualTo(a);
        assertThat(RequestNumber.smallest(a, unknown)).isEqualTo(a);
    }
}
