package dev.streamgauge.connectors.git;

import static dev.streamgauge.connectors.git.TestClone.START;
import static dev.streamgauge.connectors.git.TestClone.at;
import static dev.streamgauge.connectors.git.TestClone.pushes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

/** What decades of tools have left in real histories. */
class OddCommitsTest extends OnAClone {

    private static final String NO_TREE = "tree "
            + ObjectId.fromString("4b825dc642cb6eb9a060e54bf8d69288fbee4904").name() + "\n";

    @Test
    void aCommitWithoutAuthorOrDateGoesThrough() {
        // Given
        ObjectId root = clone.commit("root", 50);
        ObjectId odd = raw("parent " + root.name() + "\ncommitter nobody\n\nodd (#3)");
        clone.main(odd);

        // When
        GitEvents events = clone.read();

        // Then
        CommitPushed landing = pushes(events).get(1);
        assertThat(landing.getOccurredAt()).isEqualTo(START.plusSeconds(50));
        assertThat(landing.getCommits().get(0).getAuthoredAt()).isNull();
        assertThat(landing.getCommits().get(0).getRequest()).isEqualTo("3");
        assertThat(events.summary().warnings()).hasSize(2).first().asString().startsWith("2 author or committer dates");
    }

    @Test
    void anObjectThatIsHardlyACommitGoesThrough() {
        // Given
        clone.main(clone.insert(Constants.OBJ_COMMIT, NO_TREE + "parent nothing"));

        // When
        List<CommitPushed> pushes = pushes(clone.read());

        // Then
        assertThat(pushes).hasSize(1);
    }

    @Test
    void aDateBeyondTheYear9999IsHeldAsItsEnd() {
        // Given
        ObjectId odd =
                raw("author A <a@b> 99999999999999999999999 +0000\ncommitter C <c@d> " + at(9) + " +0000\n\nodd");
        clone.main(odd);

        // When
        Commit commit = pushes(clone.read()).get(0).getCommits().get(0);

        // Then
        assertThat(commit.getAuthoredAt()).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(commit.getCommittedAt()).isEqualTo(START.plusSeconds(9));
    }

    @Test
    void aLandingFromTheFutureDoesNotMoveTheOnesAfterIt() {
        // Given
        ObjectId root = clone.commit("root", 0);
        ObjectId future = clone.commit("future", 10, 4_000_000_000L, root);
        clone.main(clone.commit("next", 20, future));

        // When
        GitEvents events = clone.read();

        // Then
        assertThat(pushes(events))
                .extracting(CommitPushed::getOccurredAt)
                .containsExactly(START, START, START.plusSeconds(20));
        assertThat(events.summary().warnings()).singleElement().asString().startsWith("1 landings are dated");
    }

    @Test
    void aRootFromTheBeginningOfTimeLandsAtTheEarliestTimeOfAnEvent() {
        // Given
        clone.main(raw("author A <a@b> 0 +0000\ncommitter A <a@b> 0 +0000\n\nimported"))
                .tag("v0", clone.commit("x", 0));
        clone.tag("v0", raw("author A <a@b> 0 +0000\ncommitter A <a@b> 0 +0000\n\nimported"));

        // When
        GitEvents events = clone.read();

        // Then
        Instant first = Instant.parse("1990-01-01T00:00:00Z");
        assertThat(pushes(events).get(0).getOccurredAt()).isEqualTo(first);
        assertThat(TestClone.deploys(events).get(0).getFinishedAt()).isEqualTo(first);
    }

    @Test
    void oldAndUnknownEncodingsAreRead() {
        // Given
        String people =
                "author J\u00fcrgen <j@b> " + at(0) + " +0000\ncommitter J\u00fcrgen <j@b> " + at(0) + " +0000\n";
        ObjectId latin = raw(people + "encoding ISO-8859-1\n\n\u00c4nderung (#4)");
        clone.main(raw("parent " + latin.name() + "\n" + people + "encoding martian\n\n\u00c4nderung (#5)"));

        // When
        GitEvents events = clone.read();

        // Then
        assertThat(pushes(events))
                .extracting(push -> push.getCommits().get(0).getRequest())
                .containsExactly("4", "5");
        assertThat(events.summary().warnings())
                .singleElement()
                .asString()
                .startsWith("1 commits are in an unknown encoding");
    }

    @Test
    void theMessageEndsAtItsFirstNul() {
        // Given
        clone.main(
                raw("author A <a@b> " + at(0) + " +0000\ncommitter A <a@b> " + at(0) + " +0000\n\ntitle (#6)\0 more"));

        // When
        Commit commit = pushes(clone.read()).get(0).getCommits().get(0);

        // Then
        assertThat(commit.getRequest()).isEqualTo("6");
    }

    @Test
    void aParentThatIsMissingIsNamedAndEndsTheHistory() throws IOException {
        // Given
        ObjectId root = clone.commit("root", 0);
        ObjectId second = clone.commit("second", 10, root);
        clone.main(clone.commit("third", 20, second));
        String name = root.name();
        Files.delete(directory.resolve(".git/objects/" + name.substring(0, 2) + "/" + name.substring(2)));

        // When
        GitEvents events = clone.read();

        // Then
        assertThat(pushes(events)).extracting(CommitPushed::getPosition).containsExactly(1L, 2L);
        assertThat(pushes(events).get(0).getBefore()).isNull();
        assertThat(pushes(events).get(0).getCommits().get(0).getParents()).containsExactly(name);
        assertThat(events.summary().warnings())
                .singleElement()
                .asString()
                .startsWith("1 parents of commits are missing");
    }

    @Test
    void aReplacedCommitCountsAsItsReplacement() {
        // Given
        ObjectId root = clone.commit("root", 0);
        ObjectId wrong = clone.commit("wrong", 10, root);
        ObjectId right = clone.commit("right (#9)", 20, root);
        clone.main(wrong).ref("refs/replace/" + wrong.name(), right);

        // When
        Commit commit = pushes(clone.read()).get(1).getCommits().get(0);

        // Then
        assertThat(commit.getSha()).isEqualTo(wrong.name());
        assertThat(commit.getRequest()).isEqualTo("9");
    }

    private ObjectId raw(String headersAndMessage) {
        return clone.insert(Constants.OBJ_COMMIT, NO_TREE + headersAndMessage);
    }
}
