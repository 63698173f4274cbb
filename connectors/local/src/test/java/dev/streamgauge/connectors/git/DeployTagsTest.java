package dev.streamgauge.connectors.git;

import static dev.streamgauge.connectors.git.TestClone.START;
import static dev.streamgauge.connectors.git.TestClone.deploys;
import static dev.streamgauge.connectors.git.TestClone.pushes;
import static dev.streamgauge.connectors.git.TestClone.shas;
import static dev.streamgauge.connectors.git.TestClone.tagger;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeployTagsTest extends OnAClone {

    private ObjectId root;
    private ObjectId head;

    @BeforeEach
    void create() {
        root = clone.commit("root", 0);
        head = clone.commit("head", 60, root);
        clone.main(head);
    }

    @Test
    void aTagIsASuccessfulDeployToProduction() {
        // Given
        clone.tag("v1", head);

        // When
        DeployChanged deploy = deploys(clone.read()).get(0);

        // Then
        assertThat(deploy.getDeployId()).isEqualTo("v1");
        assertThat(deploy.getSha()).isEqualTo(head.name());
        assertThat(deploy.getEnvironment()).isEqualTo("production");
        assertThat(deploy.getService()).isNull();
        assertThat(deploy.getState()).isEqualTo("finished");
        assertThat(deploy.getOutcome()).isEqualTo("success");
        assertThat(deploy.getFinishedAt()).isEqualTo(START.plusSeconds(60));
        assertThat(deploy.getOccurredAt()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void anAnnotatedTagIsFinishedWhenItsOutermostTagWasMade() {
        // Given
        ObjectId inner = clone.annotate("inner", root, "commit", tagger(500));
        clone.annotate("outer", inner, "tag", tagger(900));

        // When
        List<DeployChanged> deploys = deploys(clone.read());

        // Then
        assertThat(deploys).extracting(DeployChanged::getDeployId).containsExactly("inner", "outer");
        assertThat(deploys).extracting(DeployChanged::getSha).containsOnly(root.name());
        assertThat(deploys)
                .extracting(DeployChanged::getFinishedAt)
                .containsExactly(START.plusSeconds(500), START.plusSeconds(900));
    }

    @Test
    void anAnnotatedTagWithoutATaggerIsFinishedAtItsCommitsDate() {
        // Given
        clone.annotate("old", head, "commit", "");

        // When
        List<DeployChanged> deploys = deploys(clone.read());

        // Then
        assertThat(deploys).extracting(DeployChanged::getFinishedAt).containsExactly(START.plusSeconds(60));
    }

    @Test
    void tagsOfFilesAndTreesAreNoDeploys() {
        // Given
        ObjectId file = clone.insert(Constants.OBJ_BLOB, "key");
        clone.tag("key", file);
        clone.annotate("signed-key", file, "blob", tagger(10));

        // When
        GitSummary summary = clone.read().summary();

        // Then
        assertThat(summary.tags()).isZero();
        assertThat(summary.warnings()).isEmpty();
    }

    @Test
    void onlyTagsThatMatchTheGlobAreDeploys() {
        // Given
        clone.tag("release/1.0", head).tag("release/2.0", head).tag("nightly", head);

        // When
        GitEvents events = clone.read(GitOptions.at(TestClone.NOW).deploys("release*"));

        // Then
        assertThat(deploys(events))
                .extracting(DeployChanged::getDeployId)
                .containsExactly("release/1.0", "release/2.0");
        assertThat(events.summary().tags()).isEqualTo(2);
    }

    @Test
    void packedTagsCountLikeLooseOnes() {
        // Given
        clone.tag("light", head);
        clone.annotate("heavy", root, "commit", tagger(70));
        RealGit.run(directory, "pack-refs", "--all");

        // When
        List<DeployChanged> deploys = deploys(clone.read());

        // Then
        assertThat(deploys).extracting(DeployChanged::getDeployId).containsExactly("light", "heavy");
    }

    @Test
    void whatAReleaseBranchHoldsIsTold() {
        // Given
        ObjectId fix = clone.commit("fix", 100, root);
        ObjectId release = clone.commit("release", 110, fix);
        clone.tag("v1.0.1", release);

        // When
        CommitPushed aside = pushes(clone.read()).get(2);

        // Then
        assertThat(shas(aside)).containsExactly(fix.name(), release.name());
        assertThat(aside.getBranch()).isNull();
        assertThat(aside.getBefore()).isNull();
        assertThat(aside.getPosition()).isNull();
        assertThat(aside.getDefaultBranch()).isEqualTo("main");
        assertThat(aside.getAfter()).isEqualTo(release.name());
        assertThat(aside.getCommits()).extracting(Commit::getBroughtBy).containsOnlyNulls();
        assertThat(aside.getCommits().get(0).getParents()).containsExactly(root.name());
    }

    @Test
    void commitsThatTwoReleasesShareAreToldOnce() {
        // Given
        ObjectId fix = clone.commit("fix", 100, root);
        ObjectId next = clone.commit("next", 200, fix);
        clone.tag("v1.1", fix).tag("v1.2", next).tag("v1.2-again", next);

        // When
        List<CommitPushed> asides = pushes(clone.read()).subList(2, 4);

        // Then
        assertThat(asides).extracting(TestClone::shas).containsExactly(List.of(fix.name()), List.of(next.name()));
        assertThat(deploys(clone.read())).hasSize(3);
    }

    @Test
    void tagsOfAnotherHistoryAreCountedAndNotSent() {
        // Given
        ObjectId pages = clone.commit("pages", 10);
        clone.tag("pages-1", clone.commit("more pages", 20, pages)).tag("v1", head);

        // When
        GitEvents events = clone.read();

        // Then
        assertThat(deploys(events)).extracting(DeployChanged::getDeployId).containsExactly("v1");
        assertThat(pushes(events)).hasSize(2);
        assertThat(events.summary().tags()).isEqualTo(2);
        assertThat(events.summary().tagsElsewhere()).isEqualTo(1);
    }

    @Test
    void aTagInAnotherHistoryThatWasMergedIsOfThisHistory() {
        // Given
        ObjectId imported = clone.commit("imported", 10);
        clone.main(clone.commit("join", 90, head, imported)).tag("imported-1", imported);

        // When
        GitSummary summary = clone.read().summary();

        // Then
        assertThat(summary.deploys()).isEqualTo(1);
        assertThat(summary.tagsElsewhere()).isZero();
    }

    @Test
    void aTagThatPointsToNothingIsCounted() {
        // Given
        clone.tag("gone", ObjectId.fromString("1234567890123456789012345678901234567890"))
                .tag("v1", head);

        // When
        GitSummary summary = clone.read().summary();

        // Then
        assertThat(summary.deploys()).isEqualTo(1);
        assertThat(summary.warnings()).singleElement().asString().startsWith("1 tags cannot be read");
    }
}
