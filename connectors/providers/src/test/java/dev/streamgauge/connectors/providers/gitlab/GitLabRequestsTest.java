package dev.streamgauge.connectors.providers.gitlab;

import static dev.streamgauge.connectors.providers.kit.Door.at;
import static dev.streamgauge.connectors.providers.kit.Door.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitLabRequestsTest {

    private static final Body HOOK = Body.of("gitlab/merge_request.json");
    private static final Body API = Body.of("gitlab/merge_request_api.json");

    private static ReviewChanged request(Body body) {
        return Hooks.only(body, ReviewChanged.class);
    }

    private static ReviewChanged asked(Body answer) throws UnmappableException {
        return MergeRequests.of(answer.json(), Hooks.project());
    }

    @Test
    void aMergeRequestIsARequestOfItsTargetProject() {
        // When
        ReviewChanged request = request(HOOK);

        // Then
        assertThat(request.getRepository()).isEqualTo("gitlab.example.org/acme/shop");
        assertThat(request.getRequest()).isEqualTo("142");
        assertThat(request.getState()).isEqualTo("open");
        assertThat(request.getTitle()).isEqualTo("Count items once");
        assertThat(request.getAuthor()).isEqualTo("gitlab:7");
        assertThat(request.getSourceBranch()).isEqualTo("count");
        assertThat(request.getTargetBranch()).isEqualTo("main");
        assertThat(request.getDefaultBranch()).isEqualTo("main");
        assertThat(request.getHeadSha()).isEqualTo(sha('2'));
        assertThat(request.getOpenedAt()).isEqualTo(at("08:15:00"));
        assertThat(request.getOccurredAt()).isEqualTo(at("09:30:00"));
        assertThat(request.getLabels()).containsExactly("cart", "urgent");
        assertThat(request.getUrl()).isEqualTo("https://gitlab.example.org/acme/shop/-/merge_requests/142");
    }

    @Test
    void whatTheHookDoesNotSayStaysUnknown() {
        // When
        ReviewChanged request = request(HOOK);

        // Then
        assertThat(request.getHeadRepository()).isNull();
        assertThat(request.getMergeSha()).isNull();
        assertThat(request.getReadyAt()).isNull();
        assertThat(request.getMergedAt()).isNull();
        assertThat(request.getClosedAt()).isNull();
        assertThat(request.getEnqueuedAt()).isNull();
        assertThat(request.getReviews()).isEmpty();
        // Only the author's number is known: it may be a program's.
        assertThat(request.getActorClass()).isNull();
    }

    @Test
    void theAuthorsNameIsTakenFromWhereverTheHookTellsIt() {
        // When
        ReviewChanged request = request(HOOK.with("user.id", 7).with("user.username", "project_40_bot_3f2a"));

        // Then
        assertThat(request.getActorClass()).isEqualTo("bot");
    }

    @ParameterizedTest
    @CsvSource({
        "opened, false, open",
        "opened, true, draft",
        "locked, false, open",
        "closed, true, closed",
        "merged, false, merged"
    })
    void theStateIsThatOfTheRequestNotOfTheAction(String state, boolean draft, String expected) {
        // When
        ReviewChanged request =
                request(HOOK.with("object_attributes.state", state).with("object_attributes.draft", draft));

        // Then
        assertThat(request.getState()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"approved, approved", "approval, approved", "unapproved, dismissed", "unapproval, dismissed"})
    void anApprovalIsAReviewByTheOneWhoActed(String action, String state) {
        // When
        ReviewChanged request = request(HOOK.with("object_attributes.action", action));

        // Then
        assertThat(request.getReviews()).containsExactly(new Review("gitlab:8", "human", state, at("09:30:00")));
    }

    @Test
    void anApprovalThatGitLabTookBackItselfIsNobodysReview() {
        // When
        ReviewChanged request =
                request(HOOK.with("object_attributes.action", "unapproved").with("object_attributes.system", true));

        // Then
        assertThat(request.getReviews()).isEmpty();
    }

    @Test
    void theHookOfTheChangeFromDraftSaysWhenItBecameReady() {
        // When
        ReviewChanged request = request(HOOK.with("changes.draft", Map.of("previous", true, "current", false)));

        // Then
        assertThat(request.getReadyAt()).isEqualTo(at("09:30:00"));
    }

    @Test
    void theHookOfTheChangeToDraftDoesNot() {
        // When
        ReviewChanged request = request(HOOK.with("changes.draft", Map.of("previous", false, "current", true))
                .with("object_attributes.draft", true));

        // Then
        assertThat(request.getReadyAt()).isNull();
        assertThat(request.getState()).isEqualTo("draft");
    }

    @Test
    void aMergeHookThatNamesTheCommitAndTheTimeIsBelieved() {
        // When
        ReviewChanged request = request(HOOK.with("object_attributes.state", "merged")
                .with("object_attributes.merge_commit_sha", sha('3'))
                .with("object_attributes.merged_at", "2026-03-02 09:29:59 UTC"));

        // Then
        assertThat(request.getMergeSha()).isEqualTo(sha('3'));
        assertThat(request.getMergedAt()).isEqualTo(at("09:29:59"));
    }

    @Test
    void aMergeCommitOfARequestThatIsOpenIsNotBelieved() {
        // When
        ReviewChanged request = request(HOOK.with("object_attributes.merge_commit_sha", sha('3')));

        // Then
        assertThat(request.getMergeSha()).isNull();
    }

    @Test
    void aRequestFromAForkSaysSo() {
        // When
        ReviewChanged request = request(HOOK.with("object_attributes.source_project_id", 99)
                .with("object_attributes.source.web_url", "https://gitlab.example.org/Eve/Shop"));

        // Then
        assertThat(request.getHeadRepository()).isEqualTo("gitlab.example.org/eve/shop");
    }

    @Test
    void aCommentIsAReviewOfTheRequestThatItIsOn() {
        // When
        ReviewChanged request = request(Body.of("gitlab/note.json"));

        // Then
        assertThat(request.getRequest()).isEqualTo("142");
        assertThat(request.getState()).isEqualTo("open");
        assertThat(request.getReviews()).containsExactly(new Review("gitlab:8", "human", "commented", at("09:05:00")));
    }

    @ParameterizedTest
    @CsvSource({"object_attributes.system", "merge_request"})
    void aNoteOfGitLabItselfOrOnSomethingElseIsIgnored(String what) {
        // Given
        Body note = Body.of("gitlab/note.json");

        // When
        String kind = Hooks.kind(what.contains(".") ? note.with(what, true) : note.without(what));

        // Then
        assertThat(kind).isEqualTo("ignored: note");
    }

    @Test
    void theApiTellsTheSameRequestAndHowItWasMerged() throws UnmappableException {
        // When
        ReviewChanged request = asked(API);

        // Then
        assertThat(request.getState()).isEqualTo("merged");
        assertThat(request.getAuthor()).isEqualTo("gitlab:7");
        assertThat(request.getActorClass()).isEqualTo("human");
        assertThat(request.getHeadSha()).isEqualTo(sha('2'));
        assertThat(request.getLabels()).containsExactly("cart", "urgent");
        assertThat(request.getMergeSha()).isEqualTo(sha('3'));
        assertThat(request.getCommitShas()).containsExactly(sha('4'));
        assertThat(request.getMergedAt()).isEqualTo(at("09:40:00.500"));
        assertThat(request.getUrl()).isEqualTo(request(HOOK).getUrl());
    }

    @Test
    void aSquashWithoutAMergeCommitIsTheLanding() throws UnmappableException {
        // When
        ReviewChanged request = asked(API.with("merge_commit_sha", null));

        // Then
        assertThat(request.getMergeSha()).isEqualTo(sha('4'));
        assertThat(request.getCommitShas()).isEmpty();
    }

    @Test
    void aFastForwardHasNoCommitOfItsOwn() throws UnmappableException {
        // When
        ReviewChanged request = asked(API.with("merge_commit_sha", null).with("squash_commit_sha", null));

        // Then
        assertThat(request.getMergeSha()).isNull();
        assertThat(request.getHeadSha()).isEqualTo(sha('2'));
    }

    @Test
    void theHookOfAMergeAndTheApiAgree() throws UnmappableException {
        // Given
        Body merged = HOOK.with("object_attributes.state", "merged")
                .with("object_attributes.updated_at", "2026-03-02T09:40:01.000Z")
                .with("object_attributes.merged_at", "2026-03-02T09:40:00.500Z")
                .with("object_attributes.merge_commit_sha", sha('3'))
                .with("object_attributes.squash_commit_sha", sha('4'))
                .with("user.id", 7)
                .with("user.username", "mira");

        // When
        ReviewChanged told = request(merged);

        // Then
        assertThat(Hooks.unstamped(told)).isEqualTo(Hooks.unstamped(asked(API)));
    }

    @Test
    void theApisApprovalsAreReviewsWhereTheyHaveATime() throws UnmappableException {
        // Given
        Map<String, Object> user = Map.of("id", 8, "username", "jonas");
        Body approvals = API.with(
                "approved_by",
                List.of(Map.of("user", user, "approved_at", "2026-03-02T09:30:00Z"), Map.of("user", user)));

        // When
        List<Review> reviews = Reviews.ofApprovals(approvals.json(), Hooks.project());

        // Then
        assertThat(reviews).containsExactly(new Review("gitlab:8", "human", "approved", at("09:30:00")));
    }

    @Test
    void theApisNotesAreReviewsUnlessGitLabWroteThem() throws UnmappableException {
        // Given
        Body note = API.with("author.id", 8).with("author.username", "jonas").with("system", false);

        // When
        Review review = Reviews.ofNote(note.json(), Hooks.project());

        // Then
        assertThat(review).isEqualTo(new Review("gitlab:8", "human", "commented", at("08:15:00")));
        assertThat(Reviews.ofNote(note.with("system", true).json(), Hooks.project()))
                .isNull();
    }
}
