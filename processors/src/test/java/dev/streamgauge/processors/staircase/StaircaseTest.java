package dev.streamgauge.processors.staircase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Text;
import dev.streamgauge.processors.table.TreeTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The staircase against a model that looks at each one each time. */
class StaircaseTest {

    private static final Key LINE = Key.of("repository").and("service").and("production");
    private static final int PLACES = 12;
    private static final TableSpec<One> ALL = new TableSpec<>("test", "all", One.class, "a test");
    private static final TableSpec<One> STAIRS = new TableSpec<>("test", "stairs", One.class, "a test");

    private final TreeTables tables = new TreeTables();
    private final Staircase<One> staircase = new Staircase<>(tables.table(ALL), tables.table(STAIRS));
    private final List<One> ones = new ArrayList<>();

    private record One(long at, String name, Position position) implements Stair, Comparable<One> {
        private static final Comparator<One> ORDER =
                Comparator.comparingLong(One::at).thenComparing(One::name, Text.ORDER);

        @Override
        public int compareTo(One other) {
            return ORDER.compare(this, other);
        }

        @Override
        public Key appendTo(Key prefix) {
            return prefix.and(at).and(name);
        }
    }

    private static Position place(int number) {
        return new Position(number / 3, number % 3, "head", "sha");
    }

    /** One in six has no place. */
    private static One random(Random random) {
        List<String> names = List.of("d", "d1", "d10", "～", "😀");
        Position position = random.nextInt(6) == 0 ? null : place(random.nextInt(PLACES));
        return new One(random.nextInt(9), names.get(random.nextInt(names.size())), position);
    }

    private List<One> model() {
        return IntStream.range(0, PLACES)
                .mapToObj(place -> ones.stream()
                        .filter(one -> one.position() != null && one.position().compareTo(place(place)) >= 0)
                        .min(Comparator.naturalOrder())
                        .orElse(null))
                .toList();
    }

    private List<One> told() {
        return IntStream.range(0, PLACES)
                .mapToObj(place -> staircase.reaching(LINE, place(place)))
                .toList();
    }

    private Range step(Random random) {
        One one = random(random);
        boolean taken = ones.stream().anyMatch(other -> other.compareTo(one) == 0);
        if (!taken && random.nextInt(5) < 3) {
            ones.add(one);
            return staircase.add(LINE, one);
        }
        return ones.isEmpty() ? null : staircase.remove(LINE, ones.remove(random.nextInt(ones.size())));
    }

    private static boolean holds(Range range, Position position) {
        return range != null
                && (range.after() == null || position.compareTo(range.after()) > 0)
                && position.compareTo(range.upTo()) <= 0;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsEachPlaceWhatTheModelTellsIt(long seed) {
        // Given
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {

            // When
            step(random);

            // Then
            assertThat(told()).as("%s", ones).isEqualTo(model());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void saysWhereOnMainOneMakesADifferenceAndNowhereElse(long seed) {
        // Given
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            List<One> before = model();

            // When
            Range range = step(random);

            // Then
            List<One> after = model();
            for (int place = 0; place < PLACES; place++) {
                assertThat(holds(range, place(place)))
                        .as("place %d in %s, now %s", place, range, ones)
                        .isEqualTo(!Objects.equals(before.get(place), after.get(place)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void knowsItsEndsAndWhatLiesBeyond(long seed) {
        // Given
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {

            // When
            step(random);

            // Then
            List<One> model = model();
            assertThat(staircase.first(LINE)).isEqualTo(model.get(0));
            for (int place = 0; place < PLACES - 1; place++) {
                assertThat(staircase.beyond(LINE, place(place))).isEqualTo(model.get(place + 1));
            }
            One top =
                    model.stream().filter(Objects::nonNull).reduce((a, b) -> b).orElse(null);
            assertThat(staircase.highest(LINE)).isEqualTo(top);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void forgetsNothingAndKeepsNothing(long seed) {
        // Given
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            step(random);
        }

        // When
        for (One one : List.copyOf(ones)) {
            staircase.remove(LINE, one);
        }

        // Then
        assertThat(tables.table(STAIRS).rows()).isEmpty();
        assertThat(tables.table(ALL).rows()).isEmpty();
    }
}
