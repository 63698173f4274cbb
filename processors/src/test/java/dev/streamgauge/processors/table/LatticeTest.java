package dev.streamgauge.processors.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LatticeTest {

    @Test
    void unknownGivesWayToWhatIsKnown() {
        // Given
        Long unknown = null;

        // When
        List<Long> merged = new ArrayList<>(List.of(
                Lattice.least(unknown, 3L),
                Lattice.least(3L, unknown),
                Lattice.greatest(unknown, 3L),
                Lattice.greatest(3L, unknown)));

        // Then
        assertThat(merged).containsOnly(3L);
        assertThat(Lattice.least(unknown, unknown)).isNull();
        assertThat(Lattice.greatest(unknown, unknown)).isNull();
    }

    @Test
    void theSmallerAndTheGreaterAreFoundOnEitherSide() {
        // Given
        long small = -1;
        long great = 1;

        // When
        List<Long> merged = List.of(Lattice.least(small, great), Lattice.least(great, small));

        // Then
        assertThat(merged).containsOnly(small);
        assertThat(List.of(Lattice.greatest(small, great), Lattice.greatest(great, small)))
                .containsOnly(great);
    }

    @Test
    void textsAreComparedByTheirUtf8Bytes() {
        // Given
        List<String> texts = List.of("", "\0", "a", "a\0", "aa", "é", "～", "～a", "\uffff", "😀", "😀a", "😁", "🤖");
        for (String a : texts) {
            for (String b : texts) {

                // When
                String least = Lattice.least(a, b);

                // Then
                int order = Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));
                assertThat(least).isEqualTo(order <= 0 ? a : b);
            }
        }
    }

    @Test
    void sortedListsBehaveAsSortedSets() {
        // Given
        Random random = new Random(21);
        TreeSet<Integer> model = new TreeSet<>();
        List<Integer> sorted = List.of();
        for (int i = 0; i < 2_000; i++) {
            Integer element = random.nextInt(30);
            boolean add = random.nextBoolean();
            boolean changes = add ? model.add(element) : model.remove(element);
            List<Integer> before = sorted;

            // When
            sorted = add ? Lattice.with(before, element) : Lattice.without(before, element);

            // Then
            assertThat(sorted).containsExactlyElementsOf(model);
            assertThat(sorted == before).isNotEqualTo(changes);
        }
    }

    @Test
    void aUnionHoldsEachElementOnce() {
        // Given
        List<String> sorted = List.of("b", "d");

        // When
        List<String> union = Lattice.withAll(sorted, List.of("d", "c", "a", "c"));

        // Then
        assertThat(union).containsExactly("a", "b", "c", "d");
    }
}
