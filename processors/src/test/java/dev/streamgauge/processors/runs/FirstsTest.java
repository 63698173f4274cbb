package dev.streamgauge.processors.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.testkit.RandomHistory;
import dev.streamgauge.processors.testkit.Story;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facts about commits and failures after each event, against what all builds at once say (docs/metrics.md, sections 3 and 10). */
class FirstsTest {

    private static final Definitions CIRCLECI =
            new Definitions(List.of(), List.of(), null, null, Set.of(Profile.CIRCLECI));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    private static Stream<Build> finished(Story story) {
        return story.rows(MainHealth.BUILDS).stream().filter(Build::finished).sorted(Comparator.comparing(End::of));
    }

    private static <F> List<F> perGroup(
            Stream<Build> builds, Function<Build, List<?>> group, Function<List<Build>, F> fact) {
        Map<List<?>, List<Build>> groups = builds.collect(Collectors.groupingBy(group));
        return groups.values().stream().map(fact).toList();
    }

    private static FirstVerdict verdict(List<Build> ordered) {
        Build first = ordered.get(0);
        Long flake = ordered.stream()
                .dropWhile(Build::succeeded)
                .filter(Build::succeeded)
                .map(Build::finishedAt)
                .findFirst()
                .orElse(null);
        return new FirstVerdict(
                first.repository(), first.workflow(), first.sha(), first.finishedAt(), first.succeeded(), flake);
    }

    private static FirstRun run(List<Build> ordered) {
        Build first = ordered.get(0);
        return new FirstRun(first.repository(), BranchClass.of(first), first.sha(), End.of(first));
    }

    private static List<NextGreen> nextGreens(List<Build> ordered) {
        return ordered.stream()
                .filter(Build::failed)
                .map(failure -> new NextGreen(
                        failure.repository(),
                        failure.workflow(),
                        End.of(failure),
                        ordered.stream()
                                .dropWhile(build -> !build.equals(failure))
                                .filter(Build::succeeded)
                                .map(Build::finishedAt)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areThoseOfAllBuildsAtOnceAfterEachEvent(long seed) {
        // Given
        Story story = Story.under(CIRCLECI);
        new RandomHistory(7_000 + seed).builds(150).forEach(event -> {

            // When
            story.then(event);

            // Then
            assertThat(story.rows(FirstRuns.FIRST_RUNS))
                    .containsExactlyInAnyOrderElementsOf(perGroup(
                            finished(story), build -> List.of(BranchClass.of(build), build.sha()), FirstsTest::run));
            assertThat(story.rows(FirstVerdicts.FIRST_VERDICTS))
                    .containsExactlyInAnyOrderElementsOf(perGroup(
                            finished(story).filter(Build::speaksForMain),
                            build -> List.of(build.workflow(), build.sha()),
                            FirstsTest::verdict));
            assertThat(story.rows(NextGreens.NEXT_GREENS))
                    .containsExactlyInAnyOrderElementsOf(perGroup(
                                    finished(story).filter(Build::speaksForMain),
                                    build -> List.of(build.workflow()),
                                    FirstsTest::nextGreens)
                            .stream()
                            .flatMap(List::stream)
                            .toList());
        });
    }
}
