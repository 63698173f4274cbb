package dev.streamgauge.connectors.providers.bitbucketdc;

import static dev.streamgauge.connectors.providers.kit.Door.at;
import static dev.streamgauge.connectors.providers.kit.Door.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.rules.DoorRules;
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

class BitbucketDcTest {

    private static final Door DOOR = new Door(new BitbucketDcProvider(), Map.of(), DoorRules.usual());
    private static final Body PUSH = Body.of("bitbucket-dc/refs_changed.json");
    private static final Body REQUEST = Body.of("bitbucket-dc/pull_request.json");

    private static ReviewChanged request(String key, Body body) {
        return DOOR.with("x-event-key", key).only(body, ReviewChanged.class);
    }

    @Test
    void aPushMovesItsBranchWhenItWas() {
        // When
        CommitPushed push = DOOR.only(PUSH, CommitPushed.class);

        // Then
        assertThat(push.getRepository()).isEqualTo("bitbucket.example.org/acme/shop");
        assertThat(push.getBranch()).isEqualTo("main");
        assertThat(push.getBefore()).isEqualTo(sha('1'));
        assertThat(push.getAfter()).isEqualTo(sha('3'));
        assertThat(push.getOccurredAt()).isEqualTo(at("09:40:00"));
    }

    @Test
    void theCommitsOfNewerVersionsAreToldOldestFirst() {
        // When
        List<Commit> commits = DOOR.only(PUSH, CommitPushed.class).getCommits();

        // Then
        assertThat(commits).extracting(Commit::getSha).containsExactly(sha('2'), sha('3'));
        assertThat(commits).extracting(Commit::getRequest).containsExactly(null, "142");
        assertThat(commits.get(0).getAuthoredAt()).isEqualTo(at("08:10:00"));
        assertThat(commits.get(0).getCommittedAt()).isEqualTo(at("08:11:00"));
        assertThat(commits.get(0).getAuthor()).isEqualTo("bitbucket-dc:7");
    }

    @Test
    void anOlderVersionTellsNoCommits() {
        // When
        CommitPushed push = DOOR.only(PUSH.without("commits").without("toCommit"), CommitPushed.class);

        // Then
        assertThat(push.getCommits()).isEmpty();
    }

    @Test
    void ofSeveralBranchesEachTellsItsHeadOnly() {
        // Given
        Map<String, Object> other =
                Map.of("ref", Map.of("id", "refs/heads/x"), "fromHash", sha('0'), "toHash", sha('2'), "type", "ADD");
        Map<String, Object> gone =
                Map.of("ref", Map.of("id", "refs/heads/y"), "fromHash", sha('4'), "toHash", sha('0'), "type", "DELETE");
        Map<String, Object> main = Map.of(
                "ref", Map.of("id", "refs/heads/main"), "fromHash", sha('1'), "toHash", sha('3'), "type", "UPDATE");

        // When
        List<CommitPushed> pushes = DOOR.events(PUSH.with("changes", List.of(main, other, gone)), CommitPushed.class);

        // Then
        assertThat(pushes).extracting(CommitPushed::getBranch).containsExactly("main", "x");
        assertThat(pushes.get(0).getCommits()).extracting(Commit::getSha).containsExactly(sha('3'));
        assertThat(pushes.get(1).getCommits()).extracting(Commit::getSha).containsExactly(sha('2'));
        assertThat(pushes.get(1).getBefore()).isNull();
    }

    @Test
    void aRepositoryWithoutLinksIsWhereItIsConfigured() {
        // Given
        Body bare = PUSH.without("repository.links");
        DoorRules rules = DoorRules.read(
                "doors.yaml",
                "places:\n  - {from: bitbucket-dc, match: ACME/shop, repository: git.example.org/acme/shop}\n");

        // When
        String unknown = DOOR.kind(bare);

        // Then
        assertThat(unknown).isEqualTo("unmappable: missing_field");
        assertThat(DOOR.with(rules).only(bare, CommitPushed.class).getRepository())
                .isEqualTo("git.example.org/acme/shop");
    }

    @Test
    void aPullRequestIsARequest() {
        // When
        ReviewChanged request = request("pr:opened", REQUEST);

        // Then
        assertThat(request.getRepository()).isEqualTo("bitbucket.example.org/acme/shop");
        assertThat(request.getRequest()).isEqualTo("142");
        assertThat(request.getState()).isEqualTo("open");
        assertThat(request.getAuthor()).isEqualTo("bitbucket-dc:7");
        assertThat(request.getHeadSha()).isEqualTo(sha('2'));
        assertThat(request.getSourceBranch()).isEqualTo("count");
        assertThat(request.getTargetBranch()).isEqualTo("main");
        assertThat(request.getOpenedAt()).isEqualTo(at("08:15:00"));
        assertThat(request.getOccurredAt()).isEqualTo(at("09:30:00"));
        assertThat(request.getHeadRepository()).isNull();
        // The list of reviewers has no times.
        assertThat(request.getReviews()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pr:reviewer:approved, approved",
        "pr:reviewer:needs_work, changes_requested",
        "pr:reviewer:unapproved, dismissed"
    })
    void aReviewIsFromTheTimeOfItsWebhook(String key, String state) {
        // When
        ReviewChanged request = request(key, REQUEST);

        // Then
        assertThat(request.getReviews()).containsExactly(new Review("bitbucket-dc:8", "human", state, at("09:30:00")));
    }

    @Test
    void aCommentIsAReview() {
        // When
        ReviewChanged request = request("pr:comment:added", REQUEST);

        // Then
        assertThat(request.getReviews())
                .containsExactly(new Review("bitbucket-dc:8", "human", "commented", at("09:05:00")));
    }

    @Test
    void aMergeSaysWhenAndByWhichCommit() {
        // When
        ReviewChanged request = request(
                "pr:merged",
                REQUEST.with("pullRequest.state", "MERGED")
                        .with("pullRequest.closedDate", 1772444400000L)
                        .with("pullRequest.properties.mergeCommit.id", sha('3')));

        // Then
        assertThat(request.getState()).isEqualTo("merged");
        assertThat(request.getMergedAt()).isEqualTo(at("09:40:00"));
        assertThat(request.getMergeSha()).isEqualTo(sha('3'));
    }

    @Test
    void aRequestFromAForkSaysSo() {
        // When
        ReviewChanged request = request(
                "pr:opened",
                REQUEST.with("pullRequest.fromRef.repository.id", 99)
                        .with("pullRequest.fromRef.repository.project.key", "~eve"));

        // Then
        assertThat(request.getHeadRepository()).isEqualTo("bitbucket.example.org/~eve/shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnostics:ping", "repo:modified", "pr:deleted"})
    void whatIsNotMeasuredIsIgnored(String key) {
        // When
        String kind = DOOR.with("x-event-key", key).kind(PUSH);

        // Then
        assertThat(kind).isEqualTo("ignored: " + key);
    }

    @Test
    void aTestOfTheConnectionMayHaveNoBody() {
        // When
        String kind = Deliveries.kind(new BitbucketDcProvider()
                .map(Deliveries.of("", Map.of("x-event-key", "diagnostics:ping")), DoorRules.usual()));

        // Then
        assertThat(kind).isEqualTo("ignored: diagnostics:ping");
    }

    @ParameterizedTest
    @CsvSource({
        "repo:refs_changed, refs_changed",
        "pr:opened, pull_request",
        "pr:reviewer:approved, pull_request",
        "pr:comment:added, pull_request"
    })
    void whateverIsWrongWithABodyIsAnswered(String key, String payload) {
        // When, Then
        DOOR.with("x-event-key", key).survives(DOOR.text(payload));
    }

    @Test
    void nothingOfAPersonIsInTheEvents() {
        // When
        String events = DOOR.events(PUSH).toString() + request("pr:reviewer:approved", REQUEST);

        // Then
        assertThat(events).doesNotContain("Mira", "mira@", "jonas");
    }
}
