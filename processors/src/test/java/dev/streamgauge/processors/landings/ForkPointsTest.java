package dev.streamgauge.processors.landings;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Story.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.TreeTables;
import dev.streamgauge.processors.testkit.RandomHistory;
import dev.streamgauge.processors.testkit.Telling;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForkPointsTest {

    private static final List<String> SHAS =
            IntStream.range(0, 9).mapToObj(i -> "c" + i).toList();

    private Landings landings;
    private ForkPoints forks;

    @BeforeEach
    void begin() {
        TreeTables tables = new TreeTables();
        landings = new Landings(tables);
        forks = new ForkPoints(tables, landings);
    }

    private Set<String> tell(Telling... pushes) {
        Set<String> concerned = new LinkedHashSet<>();
        for (Telling push : pushes) {
            concerned.addAll(forks.concernedBy(landings.apply((CommitPushed) push.event())));
        }
        return concerned;
    }

    private Fork join(String sha) {
        landings.link(SHOP, sha, Links.Kind.DEPENDENT, sha);
        return forks.of(SHOP, sha);
    }

    /** Everything that is reached without passing through a commit on main. */
    private Set<String> reached(String from) {
        Set<String> reached = new LinkedHashSet<>(Set.of(from));
        List<String> next = List.of(from);
        while (!next.isEmpty()) {
            next = next.stream()
                    .map(sha -> landings.commit(SHOP, sha))
                    .filter(node -> !node.onMain())
                    .flatMap(node -> node.linked(Links.Kind.PARENT).stream())
                    .filter(reached::add)
                    .toList();
        }
        return reached;
    }

    private ForkPoint fromScratch(String from) {
        ForkPoint found = new ForkPoint(null, List.of());
        for (String sha : reached(from)) {
            CommitNode node = landings.commit(SHOP, sha);
            found = new ForkPoint(
                    Lattice.greatest(found.position(), node.position()),
                    Lattice.withAll(found.picks(), node.linked(Links.Kind.PICKED)));
        }
        return found;
    }

    @Test
    void aCommitCarriesWhatItAndThoseOnItsWayToMainWerePickedFrom() {
        // Given
        tell(
                landed(commit("a1").pickedFrom("x0")).at("09:00"),
                landed(commit("b1").parents("a1").pickedFrom("x1")).at("09:30"),
                pushed(
                        commit("e1").parents("b1").pickedFrom("x2"),
                        commit("e2").parents("e1").pickedFrom("x3", "x4")));

        // When
        Fork fork = join("e2");

        // Then
        assertThat(fork.kind()).isEqualTo(Fork.Kind.FORK_POINT);
        assertThat(fork.picks()).containsExactly("x1", "x2", "x3", "x4");
    }

    @Test
    void aCommitOnMainCarriesOnlyItsOwnPicks() {
        // Given
        tell(
                landed(commit("a1").pickedFrom("x0")),
                landed(commit("b1").parents("a1").pickedFrom("x1")));

        // When
        Fork fork = join("b1");

        // Then
        assertThat(fork.kind()).isEqualTo(Fork.Kind.ON_MAIN);
        assertThat(fork.picks()).containsExactly("x1");
    }

    @Test
    void aPickThatACommitInTheMiddleLearnsLaterIsCarriedByThoseAboveIt() {
        // Given
        tell(
                landed(commit("a1")),
                pushed(commit("e1").parents("a1"), commit("e2").parents("e1")));
        join("e2");

        // When
        Set<String> concerned = tell(pushed(commit("e1").pickedFrom("x1")));

        // Then
        assertThat(concerned).contains("e2");
        assertThat(join("e2").picks()).containsExactly("x1");
    }

    @Test
    void placesAndPicksAreAtEachStepWhatASearchFromScratchFinds() {
        for (long seed = 1; seed <= 150; seed++) {
            begin();
            Map<String, Fork> answers = new HashMap<>();
            SHAS.forEach(sha -> answers.put(sha, join(sha)));
            for (Telling told : new RandomHistory(7_000 + seed).events(60)) {
                if (told.event() instanceof CommitPushed) {
                    // When
                    Set<String> concerned = tell(told);

                    // Then
                    concerned.forEach(sha -> answers.put(sha, join(sha)));
                    assertThat(SHAS).allSatisfy(sha -> {
                        ForkPoint expected = fromScratch(sha);
                        assertThat(answers.get(sha).position()).isEqualTo(expected.position());
                        assertThat(answers.get(sha).picks()).isEqualTo(expected.picks());
                    });
                }
            }
        }
    }
}
