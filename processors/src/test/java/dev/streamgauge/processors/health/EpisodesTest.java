package dev.streamgauge.processors.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.TreeTables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The repaired episodes against a model that walks all of main each time (docs/metrics.md, section 4). */
class EpisodesTest {

    private static final Workflow CI = new Workflow("github.com/acme/shop", "ci");
    private static final List<String> RUNS = List.of("7", "～", "😀");

    private final TreeTables tables = new TreeTables();
    private final Episodes episodes = new Episodes(tables, (repository, position) -> blame(position));
    private final List<Step> steps = new ArrayList<>();
    private int builds;

    /** A build at one of few places and times, so that they often coincide; known no earlier than its commit landed. */
    private Step random(Random random, int places) {
        int place = random.nextInt(places);
        long landedAt = place / 2;
        BuildRef build = new BuildRef(RUNS.get(builds++ % 3), builds);
        Position position = new Position(landedAt, place, "head", "sha" + place);
        return new Step(position, landedAt + random.nextInt(places), build, random.nextBoolean());
    }

    private void step(Random random, int places, int most) {
        int what = random.nextInt(steps.size() > most ? 3 : 5);
        if (what > 2 || steps.isEmpty()) {
            add(random(random, places));
            return;
        }
        Step gone = steps.remove(random.nextInt(steps.size()));
        episodes.remove(CI, gone);
        if (what == 2) {
            Step elsewhere = random(random, places);
            add(new Step(elsewhere.position(), elsewhere.at(), gone.build(), gone.green()));
        }
    }

    private void add(Step step) {
        steps.add(step);
        episodes.add(CI, step);
    }

    private static List<String> blame(Position position) {
        return List.of("#" + position.rank());
    }

    private List<Episode> model() {
        List<Step> walk = steps.stream().sorted().toList();
        List<Episode> red = new ArrayList<>();
        for (int i = 0; i < walk.size(); i++) {
            Step step = walk.get(i);
            if (step.green() || overtaken(step)) {
                continue;
            }
            int opener = i;
            int end = IntStream.range(i + 1, walk.size())
                    .filter(at -> walk.get(at).green() && walk.get(at).at() >= step.at())
                    .boxed()
                    .min(Comparator.comparingLong((Integer at) -> walk.get(at).at())
                            .thenComparingInt(at -> at))
                    .orElse(walk.size());
            long failures = IntStream.range(opener, end)
                    .filter(at -> !walk.get(at).green())
                    .count();
            boolean open = end == walk.size();
            Tally tally = new Tally((int) failures, (open ? end - 1 : end) - opener + 1);
            Step closer = open ? null : walk.get(end);
            red.add(new Episode(CI.repository(), CI.name(), step, closer, tally, blame(step.position())));
            i = end;
        }
        return red;
    }

    private boolean overtaken(Step failure) {
        return steps.stream()
                .anyMatch(step -> step.green()
                        && step.at() < failure.at()
                        && step.position().compareTo(failure.position()) > 0);
    }

    private void areThoseOfTheModel() {
        Collection<Episode> found = tables.table(Episodes.BY_POSITION).rows().values();
        assertThat(found).as("%s", steps).containsExactlyElementsOf(model());
        assertThat(tables.table(MainHealth.EPISODES).rows().values()).containsExactlyInAnyOrderElementsOf(found);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void areThoseOfAWholeWalkAfterEachBuildOfAShortMain(long seed) {
        // Given
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {

            // When
            step(random, 6, 10);

            // Then
            areThoseOfTheModel();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void areThoseOfAWholeWalkAfterEachBuildOfALongMain(long seed) {
        // Given
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {

            // When
            step(random, 60, 80);

            // Then
            areThoseOfTheModel();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void areNoneWhenAllBuildsAreGone(long seed) {
        // Given
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            add(random(random, 20));
        }

        // When
        steps.forEach(gone -> episodes.remove(CI, gone));

        // Then
        assertThat(tables.table(MainHealth.EPISODES).rows()).isEmpty();
        assertThat(tables.table(Episodes.BY_POSITION).rows()).isEmpty();
        assertThat(tables.table(Walk.STEPS).rows()).isEmpty();
        assertThat(tables.table(Walk.GREENS).rows()).isEmpty();
        assertThat(tables.table(Timeline.FAILURES_BY_TIME).rows()).isEmpty();
    }
}
