package dev.streamgauge.connectors.providers.azuredevops;

import static dev.streamgauge.connectors.providers.kit.Door.at;
import static dev.streamgauge.connectors.providers.kit.Door.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureDevOpsTest {

    private static final String REPOSITORY = "dev.azure.com/acme/web-20shop/_git/shop";
    private static final Door DOOR = new Door(new AzureDevOpsProvider(), Map.of(), DoorRules.usual());
    private static final Body PUSH = Body.of("azure-devops/push.json");
    private static final Body REQUEST = Body.of("azure-devops/pullrequest.json");

    private static ReviewChanged request(Body body) {
        return DOOR.only(body, ReviewChanged.class);
    }

    @Test
    void aPushMovesItsBranchWhenItWas() {
        // When
        CommitPushed push = DOOR.only(PUSH, CommitPushed.class);

        // Then
        assertThat(push.getRepository()).isEqualTo(REPOSITORY);
        assertThat(push.getBranch()).isEqualTo("main");
        assertThat(push.getDefaultBranch()).isEqualTo("main");
        assertThat(push.getBefore()).isEqualTo(sha('1'));
        assertThat(push.getAfter()).isEqualTo(sha('3'));
        assertThat(push.getOccurredAt()).isEqualTo(at("09:40:01.123"));
        assertThat(push.getCommits()).extracting(Commit::getSha).containsExactly(sha('2'), sha('3'));
        assertThat(push.getCommits()).extracting(Commit::getRequest).containsExactly(null, "142");
        assertThat(push.getCommits().get(0).getAuthoredAt()).isEqualTo(at("08:10:00"));
        assertThat(push.getCommits().get(0).getCommittedAt()).isEqualTo(at("08:11:00"));
    }

    @Test
    void aBranchThatIsGoneIsIgnored() {
        // When
        String kind = DOOR.kind(PUSH.with("resource.refUpdates.0.newObjectId", sha('0')));

        // Then
        assertThat(kind).isEqualTo("ignored: git.push");
    }

    @Test
    void aPullRequestIsARequest() {
        // When
        ReviewChanged request = request(REQUEST);

        // Then
        assertThat(request.getRepository()).isEqualTo(REPOSITORY);
        assertThat(request.getRequest()).isEqualTo("142");
        assertThat(request.getState()).isEqualTo("open");
        assertThat(request.getAuthor()).isEqualTo("azure-devops:a-mira");
        assertThat(request.getSourceBranch()).isEqualTo("count");
        assertThat(request.getTargetBranch()).isEqualTo("main");
        assertThat(request.getHeadSha()).isEqualTo(sha('2'));
        assertThat(request.getMergeSha()).isNull();
        assertThat(request.getOpenedAt()).isEqualTo(at("08:15:00.500"));
        assertThat(request.getOccurredAt()).isEqualTo(at("09:40:05.123"));
        assertThat(request.getLabels()).containsExactly("cart");
    }

    @Test
    void aVoteIsAReviewWhenTheSentenceSaysSo() {
        // When
        ReviewChanged request = request(REQUEST);

        // Then
        assertThat(request.getReviews())
                .containsExactly(new Review("azure-devops:a-jonas", "human", "approved", at("09:40:05.123")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mira updated the source branch of pull request 142 (Jonas approved) in shop",
                "Mira approved pull request 142",
                "Jonas changed the title of pull request 142"
            })
    void anOldVoteInANewDeliveryIsNoNewReview(String sentence) {
        // When
        ReviewChanged request = request(REQUEST.with("message.text", sentence));

        // Then
        assertThat(request.getReviews()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, approved", "5, approved", "-5, changes_requested", "-10, changes_requested"})
    void eachVoteHasAState(int vote, String state) {
        // When
        ReviewChanged request = request(REQUEST.with("resource.reviewers.0.vote", vote));

        // Then
        assertThat(request.getReviews()).extracting(Review::getState).containsExactly(state);
    }

    @Test
    void aTryToMergeIsNoMerge() {
        // When
        ReviewChanged request = request(REQUEST.with("eventType", "git.pullrequest.merged"));

        // Then
        assertThat(request.getState()).isEqualTo("open");
        assertThat(request.getMergeSha()).isNull();
    }

    @Test
    void aCompletedRequestIsMerged() {
        // When
        ReviewChanged request = request(
                REQUEST.with("resource.status", "completed").with("resource.closedDate", "2026-03-02T09:40:00Z"));

        // Then
        assertThat(request.getState()).isEqualTo("merged");
        assertThat(request.getMergedAt()).isEqualTo(at("09:40:00"));
        assertThat(request.getMergeSha()).isEqualTo(sha('6'));
    }

    @Test
    void aCommentIsAReview() {
        // When
        ReviewChanged request = request(Body.of("azure-devops/comment.json"));

        // Then
        assertThat(request.getRequest()).isEqualTo("142");
        assertThat(request.getReviews())
                .containsExactly(new Review("azure-devops:a-jonas", "human", "commented", at("09:05:00")));
    }

    @ParameterizedTest
    @CsvSource({"workitem.created, workitem.created", "a.new.one, other"})
    void whatIsNotMeasuredIsIgnored(String type, String ignored) {
        // When
        String kind = DOOR.kind(PUSH.with("eventType", type));

        // Then
        assertThat(kind).isEqualTo("ignored: " + ignored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "pullrequest", "comment", "build", "run", "deployment"})
    void whateverIsWrongWithABodyIsAnswered(String payload) {
        // When, Then
        DOOR.survives(DOOR.text(payload));
    }

    @Test
    void nothingOfAPersonIsInTheEvents() {
        // When
        String events = DOOR.events(PUSH).toString() + DOOR.events(REQUEST);

        // Then
        assertThat(events).doesNotContain("Mira", "example.org", "Jonas");
    }
}
