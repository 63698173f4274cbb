package dev.streamgauge.processors.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.facts.v1.Delivery;
import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.deliveries.Stage;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.integration.GreenLine;
import dev.streamgauge.processors.landings.CommitNode;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.ownership.Ownership;
import dev.streamgauge.processors.staircase.Range;
import dev.streamgauge.processors.table.Text;
import dev.streamgauge.processors.table.TreeTables;
import dev.streamgauge.processors.testkit.RandomHistory;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every explanation, over histories that contradict themselves. */
class ExplanationLawsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neitherOrderNorRepetitionChangesAnExplanation(long seed) throws UnknownSubjectException {
        // Given
        List<Telling> events = new RandomHistory(seed).events(40);
        List<Telling> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, 20));
        Collections.shuffle(shuffled, new Random(seed));

        // When
        List<Explanation> explanations = all(world(shuffled));

        // Then
        assertThat(explanations).isEqualTo(all(world(events)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theStagesSumToTheLeadTimeAndEndOneAfterTheOther(long seed) throws UnknownSubjectException {
        // When
        List<Explanation> explanations = all(world(new RandomHistory(seed).events(50)));

        // Then
        explanations.stream()
                .flatMap(each -> each.deliveries().stream())
                .filter(reach -> reach.record() != null)
                .forEach(reach -> {
                    Delivery delivery = reach.record();
                    assertThat(reach.stages()).hasSize(delivery.getCodingMs() == null ? 0 : Stage.values().length);
                    if (!reach.stages().isEmpty()) {
                        assertThat(reach.stages().stream()
                                        .mapToLong(StageLength::lengthMs)
                                        .sum())
                                .isEqualTo(delivery.getChangeLeadTimeMs());
                        assertThat(reach.stages().get(6).until()).isEqualTo(delivery.getDeliveredAt());
                        assertThat(reach.stages()).allMatch(stage -> stage.occurred() || stage.lengthMs() == 0);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatTheChangesAreSaidToAddIsWhatTheWindowsHold(long seed) throws UnknownSubjectException {
        // Given
        List<Telling> events = new RandomHistory(seed).events(50);
        Map<String, Long> expected = new TreeMap<>();
        for (WindowSums sums : Story.of(events).rows(Aggregation.WINDOWS)) {
            if (sums.key().kind() == Kind.LEAD_TIME) {
                sums.metrics().values().forEach(metric -> {
                    add(expected, "count", metric.summary().count());
                    add(expected, "sum_ms", metric.summary().sumMs());
                    metric.sums().forEach((name, amount) -> add(expected, name, amount));
                });
            }
        }

        // When
        Map<String, Long> said = new TreeMap<>();
        all(world(events)).stream()
                .filter(each -> each.kind().equals("change"))
                .flatMap(each -> each.counted().stream())
                .filter(addition -> addition.topic().equals("lead-time.v1")
                        && addition.key().get("scope").equals("repository"))
                .forEach(addition -> addition.adds().forEach((name, amount) -> add(said, name, amount)));

        // Then
        assertThat(said).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCommitsOfAnExplanationAreThoseThatTheChangeOwns(long seed) {
        // Given
        List<Telling> events = new RandomHistory(seed).events(50);
        TreeTables tables = new TreeTables();
        Assembly assembly = new Assembly(tables);
        events.forEach(each -> assembly.apply(each.event()));
        Ownership ownership = ownership(tables);
        World world = world(events);

        for (CommitNode commit : world.commits()) {
            // When
            List<String> owners = world.owners(commit.sha()).stream()
                    .filter(id -> world.change(id) != null)
                    .filter(id -> Commits.of(world.change(id), world).owns(commit.sha()) != null)
                    .toList();

            // Then
            assertThat(owners)
                    .as(commit.sha())
                    .isEqualTo(ownership.owners(Story.SHOP, commit.sha()).stream()
                            .filter(id -> world.change(id) != null)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theStrongestThatIsSaidToCountIsTheEvidenceOfTheChange(long seed) {
        // Given
        World world = world(new RandomHistory(seed).events(50));

        for (Fact<Change> fact : world.facts(Change.class)) {
            // When
            var change = world.change(fact.value().getChange());
            String strongest = new Evidence(world, change, Commits.of(change, world))
                    .relations()
                    .map(relation -> relation.reason().because())
                    .filter(because -> !because.contains("carried"))
                    .map(because -> because.replaceAll("it says ([a-z-]+),.*", "$1"))
                    .min(Text.ORDER)
                    .orElse(null);

            // Then
            assertThat(strongest).as(change.id()).isEqualTo(fact.value().getAiEvidence());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void integrationIsSaidToEndWithTheBuildThatEndsIt(long seed) {
        // Given
        List<Telling> events = new RandomHistory(seed).events(60);
        Definitions definitions = Definitions.DEFAULT;
        if (seed % 2 == 0) {
            definitions = new Definitions(List.of(), Pattern.all("c*"), null, null, Set.of());
        }
        TreeTables tables = new TreeTables();
        Assembly assembly = new Assembly(tables, definitions);
        events.forEach(each -> assembly.apply(each.event()));
        GreenLine line = new GreenLine(tables, definitions, move -> {});
        World world = new World(Story.SHOP, definitions);
        events.forEach(each -> world.hear(new Heard(each.event(), null)));

        for (CommitNode commit :
                world.commits().stream().filter(CommitNode::onMain).toList()) {
            // When
            Build green = new Integration(world).of(commit.position());

            // Then
            Long at = green == null ? null : (Long) Integration.knownAt(green);
            assertThat(at).as(commit.sha()).isEqualTo(line.greenAt(Story.SHOP, commit.position()));
            if (green != null) {
                Range reached = line.reachedBy(green);
                assertThat(reached.after() == null || reached.after().compareTo(commit.position()) < 0)
                        .as("%s is reached by %s", commit.sha(), green.ref())
                        .isTrue();
                assertThat(reached.upTo()).isGreaterThanOrEqualTo(commit.position());
            }
        }
    }

    private static Ownership ownership(TreeTables tables) {
        Changes changes = new Changes(tables, (before, after) -> {});
        return new Ownership(tables, new Landings(tables), changes, (repository, sha, before, after) -> {});
    }

    private static World world(List<Telling> events) {
        World world = new World(Story.SHOP, Definitions.DEFAULT);
        events.forEach(each -> world.hear(new Heard(each.event(), null)));
        return world;
    }

    private static List<Explanation> all(World world) {
        Deploys deploys = new Deploys(world);
        return Stream.concat(
                        world.facts(Change.class).stream()
                                .map(fact -> new ChangeExplainer(world, deploys, fact).explain()),
                        world.facts(Deploy.class).stream().map(new DeployExplainer(world, deploys)::explain))
                .toList();
    }

    private static void add(Map<String, Long> sums, String name, long amount) {
        sums.merge(name, amount, Long::sum);
        sums.values().removeIf(sum -> sum == 0);
    }
}
