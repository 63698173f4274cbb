package dev.streamgauge.connectors.git;

import static dev.streamgauge.connectors.git.TestClone.START;
import static dev.streamgauge.connectors.git.TestClone.pushes;
import static dev.streamgauge.connectors.git.TestClone.shas;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.schemas.json.EventJson;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

class LandingsTest extends OnAClone {

    @Test
    void everyFirstParentCommitIsALanding() {
        // Given
        ObjectId root = clone.commit("root", 0);
        ObjectId second = clone.commit("second", 60, root);
        clone.main(second);

        // When
        List<CommitPushed> pushes = pushes(clone.read());

        // Then
        assertThat(pushes).extracting(CommitPushed::getAfter).containsExactly(root.name(), second.name());
        assertThat(pushes).extracting(CommitPushed::getBefore).containsExactly(null, root.name());
        assertThat(pushes).extracting(CommitPushed::getPosition).containsExactly(1L, 2L);
        assertThat(pushes).extracting(CommitPushed::getBranch).containsOnly("main");
        assertThat(pushes).extracting(CommitPushed::getDefaultBranch).containsOnly("main");
        assertThat(pushes).extracting(CommitPushed::getOccurredAt).containsExactly(START, START.plusSeconds(60));
        assertThat(pushes).extracting(CommitPushed::getReceivedAt).containsOnly(TestClone.NOW);
    }

    @Test
    void aLandingIsNeverBeforeItsFirstParents() {
        // Given
        ObjectId root = clone.commit("root", 100);
        ObjectId early = clone.commit("a clock was wrong", 40, root);
        ObjectId late = clone.commit("late", 200, early);
        clone.main(late);

        // When
        List<CommitPushed> pushes = pushes(clone.read());

        // Then
        assertThat(pushes)
                .extracting(CommitPushed::getOccurredAt)
                .containsExactly(START.plusSeconds(100), START.plusSeconds(100), START.plusSeconds(200));
        assertThat(pushes.get(1).getCommits().get(0).getCommittedAt()).isEqualTo(START.plusSeconds(40));
    }

    @Test
    void aMergeBringsWhatItsFirstParentDoesNotReach() {
        // Given
        ObjectId root = clone.commit("root", 0);
        ObjectId work = clone.commit("work", 10, root);
        ObjectId more = clone.commit("more", 20, work);
        ObjectId other = clone.commit("other", 30, root);
        ObjectId merge = clone.commit("Merge pull request #7 from ada/work\n\nA title", 40, other, more);
        clone.main(merge);

        // When
        CommitPushed landing = pushes(clone.read()).get(2);

        // Then
        assertThat(shas(landing)).containsExactly(work.name(), more.name(), merge.name());
        assertThat(landing.getCommits()).extracting(Commit::getBroughtBy).containsOnly(merge.name());
        assertThat(landing.getCommits()).extracting(Commit::getRequest).containsExactly(null, null, "7");
        assertThat(landing.getCommits().get(2).getParents()).containsExactly(other.name(), more.name());
        assertThat(landing.getBefore()).isEqualTo(other.name());
    }

    @Test
    void commitsOfABranchThatIsMergedTwiceAreBroughtByTheFirstMerge() {
        // Given
        ObjectId root = clone.commit("root", 0);
        ObjectId work = clone.commit("work", 10, root);
        ObjectId firstMerge = clone.commit("first", 20, root, work);
        ObjectId more = clone.commit("more", 30, work);
        ObjectId crossed = clone.commit("main into work", 40, more, firstMerge);
        ObjectId secondMerge = clone.commit("second", 50, firstMerge, crossed);
        clone.main(secondMerge);

        // When
        List<CommitPushed> pushes = pushes(clone.read());

        // Then
        assertThat(shas(pushes.get(1))).containsExactly(work.name(), firstMerge.name());
        assertThat(shas(pushes.get(2))).containsExactly(more.name(), crossed.name(), secondMerge.name());
    }

    @Test
    void authorAndCommitterDatesAreKeptApart() {
        // Given
        clone.main(clone.commit("squashed (#12)  ", 5, 300));

        // When
        Commit commit = pushes(clone.read()).get(0).getCommits().get(0);

        // Then
        assertThat(commit.getAuthoredAt()).isEqualTo(START.plusSeconds(5));
        assertThat(commit.getCommittedAt()).isEqualTo(START.plusSeconds(300));
        assertThat(commit.getRequest()).isEqualTo("12");
        assertThat(commit.getAuthor()).isNull();
        assertThat(commit.getAdditions()).isNull();
    }

    @Test
    void whatACommitWasPickedFromAndWhatItRevertsIsTold() {
        // Given
        ObjectId root = clone.commit("root", 0);
        ObjectId picked = clone.commit("fix\n\n(cherry picked from commit " + root.name() + ")", 10, root);
        ObjectId revert = clone.commit("Revert \"fix\"\n\nThis reverts commit " + picked.name() + ".", 20, picked);
        clone.main(revert);

        // When
        List<Commit> commits = pushes(clone.read()).stream()
                .flatMap(push -> push.getCommits().stream())
                .toList();

        // Then
        assertThat(commits)
                .extracting(Commit::getPickedFrom)
                .containsExactly(List.of(), List.of(root.name()), List.of());
        assertThat(commits)
                .extracting(Commit::getReverts)
                .containsExactly(List.of(), List.of(), List.of(picked.name()));
    }

    @Test
    void everyEventHasAJsonForm() throws Exception {
        // Given
        clone.main(clone.commit("root", 0)).tag("v1", clone.commit("root", 0));
        GitEvents events = clone.read();
        List<SpecificRecord> told = new ArrayList<>(pushes(events));
        told.addAll(TestClone.deploys(events));

        for (SpecificRecord event : told) {
            // When
            SpecificRecord back = EventJson.parse(EventJson.write(event));

            // Then
            assertThat(back).isEqualTo(event);
        }
    }

    @Test
    void aLargeLandingComesInPartsThatRepeatTheHeader() {
        // Given
        ObjectId root = clone.commit("root", 0);
        ObjectId tip = root;
        for (int i = 0; i < 1_200; i++) {
            tip = clone.commit("work " + i, i, tip);
        }
        ObjectId merge = clone.commit("merge", 5_000, root, tip);
        clone.main(merge);

        // When
        List<CommitPushed> parts = pushes(clone.read()).subList(1, 4);

        // Then
        assertThat(parts).extracting(CommitPushed::getPart).containsExactly(1, 2, 3);
        assertThat(parts).extracting(CommitPushed::getParts).containsOnly(3);
        assertThat(parts).extracting(CommitPushed::getAfter).containsOnly(merge.name());
        assertThat(parts).extracting(CommitPushed::getPosition).containsOnly(2L);
        assertThat(parts).extracting(CommitPushed::getEventId).doesNotHaveDuplicates();
        assertThat(parts).extracting(part -> part.getCommits().size()).containsExactly(500, 500, 201);
        assertThat(shas(parts.get(2))).endsWith(merge.name());
    }

    @Test
    void theSameCloneGivesTheSameEvents() {
        // Given
        ObjectId root = clone.commit("root", 0);
        ObjectId left = clone.commit("left", 10, root);
        ObjectId right = clone.commit("right", 10, root);
        clone.main(clone.commit("octopus", 20, root, right, left)).tag("v1", left);

        // When
        GitEvents first = clone.read();

        // Then
        assertThat(TestClone.all(first)).isEqualTo(TestClone.all(clone.read())).isEqualTo(TestClone.all(first));
    }

    @Test
    void theSummaryCountsWhatIsSent() {
        // Given
        ObjectId root = clone.commit("root", 0);
        ObjectId work = clone.commit("work", 10, root);
        clone.main(clone.commit("merge", 20, root, work)).tag("v1", root);

        // When
        GitSummary summary = clone.read().summary();

        // Then
        assertThat(summary).isEqualTo(new GitSummary(3, 2, 1, 1, 0, List.of()));
    }
}
