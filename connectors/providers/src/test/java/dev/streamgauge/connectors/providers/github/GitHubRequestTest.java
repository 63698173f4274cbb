package dev.streamgauge.connectors.providers.github;

import static dev.streamgauge.connectors.providers.github.Payload.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubRequestTest {

    private static final Instant UPDATED = Instant.parse("2026-03-02T08:00:00Z");
    private static final String FORK = "https://github.com/Bob/Shop";

    @Test
    void anOpenRequestIsToldWhole() {
        // When
        ReviewChanged request = Payload.of("pull_request").only(ReviewChanged.class);

        // Then
        assertThat(request.getRequest()).isEqualTo("142");
        assertThat(request.getState()).isEqualTo("open");
        assertThat(request.getOccurredAt()).isEqualTo(UPDATED);
        assertThat(request.getOpenedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(request.getReadyAt()).isNull();
        assertThat(request.getAuthor()).isEqualTo("github:101");
        assertThat(request.getActorClass()).isEqualTo("human");
        assertThat(request.getAiEvidence()).isEqualTo("no-evidence");
        assertThat(request.getSourceBranch()).isEqualTo("cart");
        assertThat(request.getTargetBranch()).isEqualTo("main").isEqualTo(request.getDefaultBranch());
        assertThat(request.getHeadRepository()).isNull();
        assertThat(request.getHeadSha()).isEqualTo(B);
        assertThat(request.getLabels()).containsExactly("web", "urgent");
        assertThat(request.getHotfix()).isFalse();
        assertThat(request.getUrl()).isEqualTo("https://github.com/Acme/Shop/pull/142");
    }

    @Test
    void theMergeThatGitHubOnlyTriedIsNoMerge() {
        assertThat(Payload.of("pull_request").only(ReviewChanged.class).getMergeSha())
                .isNull();
    }

    @Test
    void aMergedRequestNamesItsMerge() {
        // Given
        Payload payload = merged(Payload.of("pull_request").with("action", "closed"));

        // When
        ReviewChanged request = payload.only(ReviewChanged.class);

        // Then
        assertThat(request.getState()).isEqualTo("merged");
        assertThat(request.getMergeSha()).isEqualTo("d4".repeat(20));
        assertThat(request.getMergedAt()).isEqualTo(UPDATED);
        assertThat(request.getClosedAt()).isNull();
    }

    @Test
    void aRequestThatIsClosedWithoutMergingHasNoMerge() {
        // Given
        Payload payload = Payload.of("pull_request")
                .with("action", "closed")
                .with("pull_request.state", "closed")
                .with("pull_request.closed_at", "2026-03-02T08:00:00Z");

        // When
        ReviewChanged request = payload.only(ReviewChanged.class);

        // Then
        assertThat(request.getState()).isEqualTo("closed");
        assertThat(request.getClosedAt()).isEqualTo(UPDATED);
        assertThat(request.getMergeSha()).isNull();
    }

    @Test
    void aDraftIsADraftUntilItIsMarkedReady() {
        // Given
        Payload draft =
                Payload.of("pull_request").with("action", "converted_to_draft").with("pull_request.draft", true);
        Payload ready = Payload.of("pull_request").with("action", "ready_for_review");

        // Then
        assertThat(draft.only(ReviewChanged.class).getState()).isEqualTo("draft");
        assertThat(draft.only(ReviewChanged.class).getReadyAt()).isNull();
        assertThat(ready.only(ReviewChanged.class).getReadyAt()).isEqualTo(UPDATED);
    }

    @ParameterizedTest(name = "{0} because of {1}")
    @CsvSource({
        "enqueued, , true, false",
        "dequeued, CI_FAILURE, false, true",
        "dequeued, MANUAL, false, true",
        "dequeued, MERGE, false, false",
        "dequeued, ALREADY_MERGED, false, false",
    })
    void theMergeQueueIsEnteredAndLeft(String action, String reason, boolean entered, boolean left) {
        // Given
        Payload payload = Payload.of("pull_request").with("action", action).with("reason", reason);

        // When
        ReviewChanged request = payload.only(ReviewChanged.class);

        // Then
        assertThat(request.getEnqueuedAt()).isEqualTo(entered ? UPDATED : null);
        assertThat(request.getDequeuedAt()).isEqualTo(left ? UPDATED : null);
    }

    @Test
    void whoeverLeavesTheQueueMergedIsNotEvicted() {
        assertThat(merged(Payload.of("pull_request").with("action", "dequeued"))
                        .only(ReviewChanged.class)
                        .getDequeuedAt())
                .isNull();
    }

    @Test
    void anotherRepositoryIsNamedOnlyForAFork() {
        // Given
        Payload fork = Payload.of("pull_request").with("pull_request.head.repo.html_url", FORK);
        Payload deleted = Payload.of("pull_request").with("pull_request.head.repo", null);

        // Then
        assertThat(fork.only(ReviewChanged.class).getHeadRepository()).isEqualTo("github.com/bob/shop");
        assertThat(deleted.only(ReviewChanged.class).getHeadRepository()).isNull();
    }

    @Test
    void whatTheRulesDecideIsDecided() {
        // Given
        Payload payload = Payload.of("pull_request")
                .with("pull_request.user", Map.of("login", "Copilot", "id", 7, "type", "Bot"))
                .with("pull_request.labels", List.of(Map.of("name", "hotfix")))
                .with("pull_request.body", "Reverts Acme/Shop#140");

        // When
        ReviewChanged request = payload.only(ReviewChanged.class);

        // Then
        assertThat(request.getActorClass()).isEqualTo("agent");
        assertThat(request.getAiEvidence()).isEqualTo("agent-authored");
        assertThat(request.getHotfix()).isTrue();
        assertThat(request.getRevertsRequest()).isEqualTo("140");
    }

    @Test
    void aRequestOfADeletedAccountHasNoAuthor() {
        assertThat(Payload.of("pull_request")
                        .with("pull_request.user", null)
                        .only(ReviewChanged.class)
                        .getAuthor())
                .isNull();
    }

    @Test
    void aReviewComesWithItsRequest() {
        // When
        ReviewChanged request = Payload.of("pull_request_review").only(ReviewChanged.class);

        // Then
        assertThat(request.getState()).isEqualTo("open");
        assertThat(request.getReviews())
                .containsExactly(new Review("github:102", "human", "approved", Instant.parse("2026-03-02T07:55:00Z")));
    }

    @Test
    void aReviewOfTheApiIsTheSame() throws UnmappableException {
        // Given
        Payload api = Payload.of("pull_request_review").with("review.state", "APPROVED");
        ReviewChanged told = Payload.of("pull_request_review").only(ReviewChanged.class);

        // When
        ReviewChanged polled = new GitHubRequests(api.scene())
                .reviewed(api.json().at("pull_request"), List.of(api.json().at("review")));

        // Then
        assertThat(polled).isEqualTo(told);
    }

    @Test
    void aReviewThatIsStillWrittenIsNone() throws UnmappableException {
        // Given
        Payload api = Payload.of("pull_request_review")
                .with("review.state", "PENDING")
                .with("review.submitted_at", null);
        Json body = api.json();

        // Then
        assertThat(new GitHubRequests(api.scene())
                        .reviewed(body.at("pull_request"), List.of(body.at("review")))
                        .getReviews())
                .isEmpty();
    }

    private static Payload merged(Payload payload) {
        return payload.with("pull_request.state", "closed")
                .with("pull_request.merged", true)
                .with("pull_request.closed_at", "2026-03-02T08:00:00Z")
                .with("pull_request.merged_at", "2026-03-02T08:00:00Z");
    }
}
