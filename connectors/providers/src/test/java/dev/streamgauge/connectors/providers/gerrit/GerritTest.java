package dev.streamgauge.connectors.providers.gerrit;

import static dev.streamgauge.connectors.providers.kit.Door.at;
import static dev.streamgauge.connectors.providers.kit.Door.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GerritTest {

    private static final DoorRules KEYED =
            DoorRules.read("doors.yaml", "people:\n  key: a-key-of-the-tests-that-is-long\n");
    private static final Door DOOR = new Door(new GerritProvider(), Map.of(), DoorRules.usual());
    private static final Body PATCH_SET = Body.of("gerrit/patchset-created.json");
    private static final Body COMMENT = Body.of("gerrit/comment-added.json");
    private static final Body MERGED = Body.of("gerrit/change-merged.json");
    private static final Body MOVED = Body.of("gerrit/ref-updated.json");

    private static ReviewChanged request(Body body) {
        return DOOR.events(body, ReviewChanged.class).get(0);
    }

    private static CommitPushed push(Body body) {
        return DOOR.events(body, CommitPushed.class).get(0);
    }

    @Test
    void aPatchSetIsTheHeadOfARequest() {
        // When
        ReviewChanged request = request(PATCH_SET);

        // Then
        assertThat(request.getRepository()).isEqualTo("review.example.org/acme/shop");
        assertThat(request.getRequest()).isEqualTo("142");
        assertThat(request.getState()).isEqualTo("open");
        assertThat(request.getTitle()).isEqualTo("Count items once");
        assertThat(request.getTargetBranch()).isEqualTo("main");
        assertThat(request.getSourceBranch()).isNull();
        assertThat(request.getHeadSha()).isEqualTo(sha('2'));
        assertThat(request.getOpenedAt()).isEqualTo(at("08:15:00"));
        assertThat(request.getOccurredAt()).isEqualTo(at("09:05:00"));
    }

    @Test
    void theCommitOfAPatchSetIsKnownAndOnNoBranch() {
        // When
        CommitPushed push = push(PATCH_SET);

        // Then
        assertThat(push.getBranch()).isNull();
        assertThat(push.getAfter()).isEqualTo(sha('2'));
        Commit commit = push.getCommits().get(0);
        assertThat(commit.getSha()).isEqualTo(sha('2'));
        assertThat(commit.getParents()).containsExactly(sha('1'));
        assertThat(commit.getRequest()).isEqualTo("142");
        assertThat(commit.getAuthoredAt()).isNull();
        assertThat(commit.getAdditions()).isEqualTo(12);
    }

    @Test
    void aMergeIsALandingOfTheCommitThatItMade() {
        // When
        CommitPushed push = push(MERGED);

        // Then
        assertThat(push.getBranch()).isEqualTo("main");
        assertThat(push.getAfter()).isEqualTo(sha('3'));
        assertThat(push.getBefore()).isNull();
        assertThat(push.getOccurredAt()).isEqualTo(at("09:40:00"));
        assertThat(push.getCommits()).extracting(Commit::getSha).containsExactly(sha('3'));
        assertThat(push.getCommits()).extracting(Commit::getRequest).containsExactly("142");
        // It was picked onto main, so that its parents are others than the patch set's.
        assertThat(push.getCommits().get(0).getParents()).isNull();
        ReviewChanged request = request(MERGED);
        assertThat(request.getState()).isEqualTo("merged");
        assertThat(request.getMergeSha()).isEqualTo(sha('3'));
        assertThat(request.getMergedAt()).isEqualTo(at("09:40:00"));
    }

    @Test
    void aFastForwardLandsThePatchSetItself() {
        // When
        CommitPushed push = push(MERGED.with("newRev", sha('2')));

        // Then
        assertThat(push.getCommits().get(0).getParents()).containsExactly(sha('1'));
    }

    @ParameterizedTest
    @CsvSource({"2, approved", "1, commented", "-1, changes_requested", "-2, changes_requested", "0, commented"})
    void aVoteOnCodeReviewIsAReview(String vote, String state) {
        // When
        ReviewChanged request = request(COMMENT.with("approvals.1.value", vote));

        // Then
        assertThat(request.getReviews()).extracting(Review::getState).containsExactly(state);
        assertThat(request.getReviews().get(0).getSubmittedAt()).isEqualTo(at("09:05:00"));
    }

    @Test
    void aVoteThatStandsIsNoNewVote() {
        // When
        ReviewChanged request = request(COMMENT.without("approvals.1.oldValue"));

        // Then
        assertThat(request.getReviews()).extracting(Review::getState).containsExactly("commented");
    }

    @Test
    void peopleAreToldOnlyWithAKey() {
        // When
        Review review = DOOR.with(KEYED)
                .events(COMMENT, ReviewChanged.class)
                .get(0)
                .getReviews()
                .get(0);

        // Then
        assertThat(review.getReviewer()).isNotNull().doesNotContain("jonas");
        assertThat(request(COMMENT).getReviews().get(0).getReviewer()).isNull();
        assertThat(DOOR.with(KEYED).events(COMMENT).toString() + DOOR.events(MERGED))
                .doesNotContain("example.org\"", "mira", "jonas", "Mira");
    }

    @Test
    void theAuthorOfACommitAndTheOwnerOfItsChangeAreOnePerson() {
        // When
        ReviewChanged request =
                DOOR.with(KEYED).events(PATCH_SET, ReviewChanged.class).get(0);

        // Then
        Commit commit = DOOR.with(KEYED)
                .events(PATCH_SET, CommitPushed.class)
                .get(0)
                .getCommits()
                .get(0);
        assertThat(request.getAuthor()).isNotNull().isEqualTo(commit.getAuthor());
    }

    @ParameterizedTest
    @CsvSource({"1, success", "-1, failure"})
    void aVoteOnVerifiedIsABuildAndNoReview(String vote, String outcome) {
        // Given
        Body verified = COMMENT.with("approvals.0.value", vote)
                .with("approvals.0.oldValue", "0")
                .without("approvals.1.oldValue");

        // When
        BuildChanged build = DOOR.events(verified, BuildChanged.class).get(0);

        // Then
        assertThat(build.getWorkflow()).isEqualTo("Verified");
        assertThat(build.getTrigger()).isEqualTo("pull_request");
        assertThat(build.getRunId()).isEqualTo("142/2/1772442300");
        assertThat(build.getSha()).isEqualTo(sha('2'));
        assertThat(build.getOutcome()).isEqualTo(outcome);
        assertThat(build.getStartedAt()).isNull();
        assertThat(build.getFinishedAt()).isEqualTo(at("09:05:00"));
        assertThat(request(verified).getReviews()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "change-abandoned, ABANDONED, false, closed",
        "change-restored, NEW, false, open",
        "wip-state-changed, NEW, true, draft"
    })
    void theStateIsThatOfTheChange(String type, String status, boolean wip, String state) {
        // When
        ReviewChanged request = request(
                PATCH_SET.with("type", type).with("change.status", status).with("change.wip", wip));

        // Then
        assertThat(request.getState()).isEqualTo(state);
        assertThat(request.getClosedAt()).isEqualTo(state.equals("closed") ? at("09:05:00") : null);
    }

    @Test
    void theEndOfWorkInProgressIsWhenItBecameReady() {
        // When
        ReviewChanged request = request(PATCH_SET.with("type", "wip-state-changed"));

        // Then
        assertThat(request.getReadyAt()).isEqualTo(at("09:05:00"));
    }

    @Test
    void aMovedBranchIsAPushOfTheProjectThatIsConfigured() {
        // Given
        DoorRules rules = DoorRules.read(
                "doors.yaml",
                "places:\n  - {from: gerrit, match: acme/shop, repository: review.example.org/acme/shop}\n");

        // When
        CommitPushed push = DOOR.with(rules).only(MOVED, CommitPushed.class);

        // Then
        assertThat(push.getRepository()).isEqualTo("review.example.org/acme/shop");
        assertThat(push.getBranch()).isEqualTo("main");
        assertThat(push.getBefore()).isEqualTo(sha('1'));
        assertThat(push.getAfter()).isEqualTo(sha('3'));
        assertThat(DOOR.kind(MOVED)).isEqualTo("unmappable: missing_field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refs/changes/42/142/2", "refs/meta/config", "refs/tags/v1", "refs/users/01/1"})
    void refsThatAreNoBranchesAreIgnored(String ref) {
        // When
        String kind = DOOR.kind(MOVED.with("refUpdate.refName", ref));

        // Then
        assertThat(kind).isEqualTo("ignored: ref-updated");
    }

    @Test
    void theEnvelopeOfOlderPluginsIsOpened() {
        // Given
        Body wrapped = Body.of("gerrit/ref-updated.json")
                .with("header", Map.of("eventId", "e-1"))
                .with("body", Map.of("type", "topic-changed"));

        // When
        String kind = DOOR.kind(wrapped);

        // Then
        assertThat(kind).isEqualTo("ignored: topic-changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"patchset-created", "comment-added", "change-merged", "ref-updated"})
    void whateverIsWrongWithABodyIsAnswered(String payload) {
        // When, Then
        DOOR.survives(DOOR.text(payload));
    }

    @Test
    void anEventHasAnIdentifierOfItsBytes() {
        // When
        List<String> ids = DOOR.events(PATCH_SET, CommitPushed.class).stream()
                .map(CommitPushed::getEventId)
                .toList();

        // Then
        assertThat(ids.get(0)).matches("gerrit:[0-9a-f]{32}:2");
    }
}
