package dev.streamgauge.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories without any order in them, compared with what the git command says. */
class RandomHistoryTest {

    private static final int COMMITS = 150;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void eachLandingBringsWhatGitSays(long seed) {
        // Given
        try (TestClone clone = randomClone(new Random(seed))) {
            // When
            List<CommitPushed> pushes = TestClone.pushes(clone.read());

            // Then
            List<CommitPushed> landings =
                    pushes.stream().filter(push -> push.getBranch() != null).toList();
            assertThat(landings)
                    .extracting(CommitPushed::getAfter)
                    .isEqualTo(RealGit.run(directory, "rev-list", "--first-parent", "--reverse", "HEAD"));
            assertThat(landings).allSatisfy(this::bringsWhatGitSays);
            assertThat(asides(pushes)).containsExactlyInAnyOrderElementsOf(gitAsides(clone));
            assertParentsComeFirst(pushes);
        }
    }

    private void bringsWhatGitSays(CommitPushed landing) {
        String range =
                landing.getBefore() == null ? landing.getAfter() : landing.getBefore() + ".." + landing.getAfter();
        assertThat(TestClone.shas(landing))
                .containsExactlyInAnyOrderElementsOf(RealGit.run(directory, "rev-list", range));
    }

    private static List<String> asides(List<CommitPushed> pushes) {
        return pushes.stream()
                .filter(push -> push.getBranch() == null)
                .flatMap(push -> TestClone.shas(push).stream())
                .toList();
    }

    /** The tags of this history are those that share a commit with main: there is one root in each of two histories. */
    private List<String> gitAsides(TestClone clone) {
        List<String> command = new ArrayList<>(List.of("rev-list"));
        for (String tag : RealGit.run(directory, "tag")) {
            boolean elsewhere = TestClone.deploys(clone.read()).stream()
                    .noneMatch(deploy -> deploy.getDeployId().equals(tag));
            if (!elsewhere) {
                command.add(tag);
            }
        }
        command.addAll(List.of("--not", "HEAD"));
        return RealGit.run(directory, command.toArray(String[]::new));
    }

    private static void assertParentsComeFirst(List<CommitPushed> pushes) {
        Set<String> all = new HashSet<>();
        pushes.forEach(push -> all.addAll(TestClone.shas(push)));
        Set<String> seen = new HashSet<>();
        for (CommitPushed push : pushes) {
            for (Commit commit : push.getCommits()) {
                assertThat(seen)
                        .containsAll(commit.getParents().stream()
                                .filter(all::contains)
                                .toList());
                assertThat(seen.add(commit.getSha())).isTrue();
            }
        }
    }

    private TestClone randomClone(Random random) {
        TestClone clone = TestClone.in(directory);
        List<ObjectId> commits = new ArrayList<>(List.of(clone.commit("root", 0), clone.commit("other root", 1)));
        for (int i = 0; i < COMMITS; i++) {
            Set<ObjectId> parents = new HashSet<>();
            int count = 1 + random.nextInt(random.nextInt(3) + 1);
            for (int parent = 0; parent < count; parent++) {
                parents.add(commits.get(Math.max(0, commits.size() - 1 - random.nextInt(12))));
            }
            // Dates in order: where they are not, git itself lists commits too many in a range.
            commits.add(
                    clone.commit("commit " + i, random.nextInt(100_000), 10L * i, parents.toArray(ObjectId[]::new)));
        }
        for (int i = 0; i < 20; i++) {
            clone.tag("v" + i, commits.get(random.nextInt(commits.size())));
        }
        return clone.main(commits.get(commits.size() - 1 - random.nextInt(20)));
    }
}
