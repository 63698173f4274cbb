package dev.streamgauge.processors.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.TreeTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The staircase against a model that looks at each deploy each time. */
class StaircaseTest {

    private static final Key LANE = Key.of("repository").and("service").and("production");
    private static final int PLACES = 12;

    private final TreeTables tables = new TreeTables();
    private final Staircase staircase = new Staircase(tables);
    private final List<Finish> deploys = new ArrayList<>();

    /** What a change at a place is told: its deploy, or that it is baseline. */
    private record Verdict(Finish reaching, boolean baseline) {

        /** Which deploy made it baseline makes no difference to a change. */
        Verdict ofChange() {
            return baseline ? new Verdict(null, true) : this;
        }
    }

    private static Position place(int number) {
        return new Position(number / 3, number % 3, "head", "sha");
    }

    private static Finish random(Random random) {
        List<String> ids = List.of("d", "d1", "d10", "～", "😀");
        return new Finish(
                random.nextInt(6),
                ids.get(random.nextInt(ids.size())),
                1 + random.nextInt(2),
                "sha",
                place(random.nextInt(PLACES)));
    }

    private List<Verdict> model() {
        Finish first = deploys.stream().min(Comparator.naturalOrder()).orElse(null);
        return IntStream.range(0, PLACES)
                .mapToObj(place -> deploys.stream()
                        .filter(deploy -> deploy.position().compareTo(place(place)) >= 0)
                        .min(Comparator.naturalOrder())
                        .map(reaching -> new Verdict(reaching, reaching.equals(first)))
                        .orElse(new Verdict(null, false)))
                .toList();
    }

    private List<Verdict> told() {
        return IntStream.range(0, PLACES)
                .mapToObj(place -> staircase.reaching(LANE, place(place)))
                .map(reaching -> new Verdict(reaching, reaching != null && staircase.isFirst(LANE, reaching)))
                .toList();
    }

    private Staircase.Range step(Random random) {
        Finish deploy = random(random);
        boolean taken = deploys.stream().anyMatch(other -> other.compareTo(deploy) == 0);
        if (!taken && random.nextInt(5) < 3) {
            deploys.add(deploy);
            return staircase.add(LANE, deploy);
        }
        if (deploys.isEmpty()) {
            return null;
        }
        return staircase.remove(LANE, deploys.remove(random.nextInt(deploys.size())));
    }

    private static boolean holds(Staircase.Range range, Position position) {
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
            assertThat(told()).as("%s", deploys).isEqualTo(model());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void saysWhereOnMainADeployMakesADifference(long seed) {
        // Given
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            List<Verdict> before = model();

            // When
            Staircase.Range range = step(random);

            // Then
            List<Verdict> after = model();
            for (int place = 0; place < PLACES; place++) {
                if (!before.get(place).ofChange().equals(after.get(place).ofChange())) {
                    assertThat(holds(range, place(place)))
                            .as("place %d in %s, deploys now %s", place, range, deploys)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void forgetsNothingAndKeepsNothing(long seed) {
        // Given
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            step(random);
        }

        // When
        for (Finish deploy : List.copyOf(deploys)) {
            staircase.remove(LANE, deploy);
        }

        // Then
        assertThat(tables.table(Staircase.STAIRS).rows()).isEmpty();
        assertThat(tables.table(Staircase.FINISHED).rows()).isEmpty();
    }
}
