package dev.streamgauge.connectors.providers.bitbucket;

import static dev.streamgauge.connectors.providers.kit.Door.at;
import static dev.streamgauge.connectors.providers.kit.Door.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.connectors.providers.kit.Deliveries;
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

class BitbucketTest {

    private static final Door DOOR = new Door(
            new BitbucketProvider(), Map.of("x-event-key", "repo:push", "x-request-uuid", "q-1"), DoorRules.usual());
    private static final Body PUSH = Body.of("bitbucket/push.json");
    private static final Body REQUEST = Body.of("bitbucket/pullrequest.json");
    private static final Body STATUS = Body.of("bitbucket/commit_status.json");
    private static final Review APPROVAL = new Review("bitbucket:557058:jonas", "human", "approved", at("09:20:00"));

    private static ReviewChanged request(String key, Body body) {
        return DOOR.with("x-event-key", "pullrequest:" + key).only(body, ReviewChanged.class);
    }

    private static BuildChanged build(Body body) {
        return DOOR.with("x-event-key", "repo:commit_status_updated").only(body, BuildChanged.class);
    }

    @Test
    void aPushIsAnEventForEachBranchThatMoved() {
        // When
        List<CommitPushed> pushes = DOOR.events(PUSH, CommitPushed.class);

        // Then
        assertThat(pushes).extracting(CommitPushed::getBranch).containsExactly("main", "feature/x");
        assertThat(pushes).extracting(CommitPushed::getEventId).containsExactly("bitbucket:q-1:1", "bitbucket:q-1:2");
        CommitPushed main = pushes.get(0);
        assertThat(main.getRepository()).isEqualTo("bitbucket.org/acme/shop");
        assertThat(main.getBefore()).isEqualTo(sha('1'));
        assertThat(main.getAfter()).isEqualTo(sha('3'));
        assertThat(main.getOccurredAt()).isEqualTo(Deliveries.ARRIVED);
        assertThat(main.getDefaultBranch()).isNull();
        assertThat(pushes.get(1).getBefore()).isNull();
    }

    @Test
    void theCommitsOfAPushAreToldOldestFirstAndNameTheirRequest() {
        // When
        List<Commit> commits = DOOR.events(PUSH, CommitPushed.class).get(0).getCommits();

        // Then
        assertThat(commits).extracting(Commit::getSha).containsExactly(sha('2'), sha('3'));
        assertThat(commits).extracting(Commit::getRequest).containsExactly(null, "142");
        assertThat(commits).extracting(Commit::getAuthor).containsOnly("bitbucket:557058:mira");
        assertThat(commits.get(0).getAuthoredAt()).isEqualTo(at("08:10:00"));
        assertThat(commits.get(1).getParents()).containsExactly(sha('1'), sha('2'));
    }

    @Test
    void theDefaultBranchIsThatOfTheRepositoryOrOfTheRules() {
        // Given
        DoorRules rules = DoorRules.read(
                "doors.yaml", "repositories:\n  - {match: bitbucket.org/acme/*, default_branch: trunk}\n");

        // When
        CommitPushed push = DOOR.with(rules).events(PUSH, CommitPushed.class).get(0);

        // Then
        assertThat(push.getDefaultBranch()).isEqualTo("trunk");
        assertThat(DOOR.events(PUSH.with("repository.mainbranch.name", "main"), CommitPushed.class)
                        .get(0)
                        .getDefaultBranch())
                .isEqualTo("main");
    }

    @Test
    void aPushOfTagsOrRemovalsOnlyIsIgnored() {
        // When
        String kind = DOOR.kind(PUSH.without("push.changes.0").without("push.changes.0"));

        // Then
        assertThat(kind).isEqualTo("ignored: repo:push");
    }

    @Test
    void aPullRequestIsARequestWithTheApprovalsOfItsParticipants() {
        // When
        ReviewChanged request = request("updated", REQUEST);

        // Then
        assertThat(request.getRequest()).isEqualTo("142");
        assertThat(request.getState()).isEqualTo("open");
        assertThat(request.getAuthor()).isEqualTo("bitbucket:557058:mira");
        assertThat(request.getSourceBranch()).isEqualTo("count");
        assertThat(request.getTargetBranch()).isEqualTo("main");
        assertThat(request.getOpenedAt()).isEqualTo(at("08:15:00.123"));
        assertThat(request.getOccurredAt()).isEqualTo(at("09:30:00"));
        assertThat(request.getHeadRepository()).isNull();
        assertThat(request.getReviews()).containsExactly(APPROVAL);
    }

    @Test
    void aShortHashIsNoHash() {
        // When
        ReviewChanged request = request(
                "fulfilled",
                REQUEST.with("pullrequest.state", "MERGED").with("pullrequest.merge_commit.hash", "333333333333"));

        // Then
        assertThat(request.getHeadSha()).isNull();
        assertThat(request.getMergeSha()).isNull();
    }

    @Test
    void theWebhookOfTheMergeSaysWhenItWas() {
        // When
        ReviewChanged request = request("fulfilled", REQUEST.with("pullrequest.state", "MERGED"));

        // Then
        assertThat(request.getState()).isEqualTo("merged");
        assertThat(request.getMergedAt()).isEqualTo(at("09:30:00"));
        // A comment afterwards does not.
        assertThat(request("updated", REQUEST.with("pullrequest.state", "MERGED"))
                        .getMergedAt())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "rejected, DECLINED, false, closed",
        "rejected, SUPERSEDED, false, closed",
        "created, OPEN, true, draft",
        "created, OPEN, false, open"
    })
    void eachStateIsOneOfOurs(String key, String state, boolean draft, String expected) {
        // When
        ReviewChanged request =
                request(key, REQUEST.with("pullrequest.state", state).with("pullrequest.draft", draft));

        // Then
        assertThat(request.getState()).isEqualTo(expected);
        assertThat(request.getClosedAt()).isEqualTo(expected.equals("closed") ? at("09:30:00") : null);
    }

    @ParameterizedTest
    @CsvSource({
        "approved, approval, approved",
        "unapproved, approval, dismissed",
        "changes_request_created, changes_request, changes_requested",
        "changes_request_removed, changes_request, dismissed"
    })
    void aWebhookOfAReviewSaysWhenItWas(String key, String field, String state) {
        // Given
        Body body = REQUEST.with(
                        field,
                        Map.of("date", "2026-03-02T09:10:00Z", "user", Map.of("account_id", "9", "nickname", "ada")))
                .with("pullrequest.participants", List.of());

        // When
        ReviewChanged request = request(key, body);

        // Then
        assertThat(request.getReviews()).containsExactly(new Review("bitbucket:9", "human", state, at("09:10:00")));
    }

    @Test
    void aCommentIsAReview() {
        // Given
        Body body = REQUEST.with("comment.created_on", "2026-03-02T09:05:00Z").with("comment.user.account_id", "9");

        // When
        ReviewChanged request = request("comment_created", body);

        // Then
        assertThat(request.getReviews()).contains(new Review("bitbucket:9", "human", "commented", at("09:05:00")));
    }

    @Test
    void aRequestFromAForkSaysSo() {
        // When
        ReviewChanged request = request(
                "created",
                REQUEST.with("pullrequest.source.repository", Map.of("full_name", "Eve/Shop", "type", "repository")));

        // Then
        assertThat(request.getHeadRepository()).isEqualTo("bitbucket.org/eve/shop");
    }

    @Test
    void aCommitStatusIsABuildOfItsBranch() {
        // When
        BuildChanged build = build(STATUS);

        // Then
        assertThat(build.getRunId()).isEqualTo(sha('3') + "/ci-main");
        assertThat(build.getWorkflow()).isEqualTo("Pipeline");
        assertThat(build.getTrigger()).isEqualTo("push");
        assertThat(build.getBranch()).isEqualTo("main");
        assertThat(build.getSha()).isEqualTo(sha('3'));
        assertThat(build.getOutcome()).isEqualTo("success");
        assertThat(build.getQueuedAt()).isNull();
        assertThat(build.getStartedAt()).isEqualTo(at("09:41:00"));
        assertThat(build.getFinishedAt()).isEqualTo(at("09:50:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "INPROGRESS, running,",
        "SUCCESSFUL, finished, success",
        "FAILED, finished, failure",
        "STOPPED, finished, cancelled"
    })
    void eachStatusHasAState(String status, String state, String outcome) {
        // When
        BuildChanged build = build(STATUS.with("commit_status.state", status));

        // Then
        assertThat(build.getState()).isEqualTo(state);
        assertThat(build.getOutcome()).isEqualTo(outcome);
    }

    @Test
    void aStatusWithoutABranchIsNeverOfMain() {
        // When
        BuildChanged build = build(STATUS.with("commit_status.refname", null));

        // Then
        assertThat(build.getTrigger()).isEqualTo("other");
        assertThat(build.getBranch()).isNull();
    }

    @Test
    void aStatusThatWasToldAtItsEndSaysNothingOfItsBeginning() {
        // When
        BuildChanged build = build(STATUS.with("commit_status.created_on", "2026-03-02T09:50:00+00:00"));

        // Then
        assertThat(build.getStartedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"repo:fork, repo:fork", "issue:created, issue:created", "a:new_one, other"})
    void whatIsNotMeasuredIsIgnored(String key, String ignored) {
        // When
        String kind = DOOR.with("x-event-key", key).kind(PUSH);

        // Then
        assertThat(kind).isEqualTo("ignored: " + ignored);
    }

    @ParameterizedTest
    @CsvSource({
        "repo:push, push",
        "pullrequest:approved, pullrequest",
        "pullrequest:fulfilled, pullrequest",
        "repo:commit_status_created, commit_status"
    })
    void whateverIsWrongWithABodyIsAnswered(String key, String payload) {
        // When, Then
        DOOR.with("x-event-key", key).survives(DOOR.text(payload));
    }

    @Test
    void nothingOfAPersonIsInTheEvents() {
        // When
        String events = DOOR.events(PUSH).toString() + request("approved", REQUEST);

        // Then
        assertThat(events).doesNotContain("Mira", "example.org");
    }
}
