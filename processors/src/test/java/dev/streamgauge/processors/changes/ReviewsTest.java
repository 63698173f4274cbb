package dev.streamgauge.processors.changes;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Reviewed;
import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

class ReviewsTest {

    private static Change reviewed(Reviewed... snapshots) {
        return Story.of(snapshots).change("#1");
    }

    @Test
    void theAuthorsOwnReviewIsNone() {
        // Given
        var review = request("1").author("ann").reviewed("09:10", "ann", "human", "commented");

        // When
        Change change = reviewed(review);

        // Then
        assertThat(change.firstReviewAt()).isNull();
        assertThat(change.firstCommentAt()).isNull();
    }

    @Test
    void aBotsReviewIsACommentButNoReview() {
        // Given
        var review = request("1")
                .author("ann")
                .reviewed("09:10", "lint", "bot", "approved")
                .reviewed("09:20", "helper", "agent", "approved")
                .reviewed("09:30", "bob", "human", "commented");

        // When
        Change change = reviewed(review);

        // Then
        assertThat(change.firstCommentAt()).isEqualTo(Moments.millis("09:10"));
        assertThat(change.firstReviewAt()).isEqualTo(Moments.millis("09:30"));
        assertThat(change.approvedAt()).isNull();
    }

    @Test
    void anUnknownReviewerIsAnotherHuman() {
        // Given
        var review = request("1").author("ann").reviewed("09:10", null, null, "approved");

        // When
        Change change = reviewed(review);

        // Then
        assertThat(change.firstReviewAt()).isEqualTo(Moments.millis("09:10"));
        assertThat(change.approvedAt()).isEqualTo(Moments.millis("09:10"));
    }

    @Test
    void aDismissedApprovalIsAReviewButNoApproval() {
        // Given
        var approved = request("1").reviewed("09:10", "bob", "human", "approved");
        var dismissed = request("1").reviewed("09:10", "bob", "human", "dismissed");

        // When
        Change change = reviewed(dismissed, approved);

        // Then
        assertThat(change.firstReviewAt()).isEqualTo(Moments.millis("09:10"));
        assertThat(change.approvedAt()).isNull();
    }

    @Test
    void theSameReviewInEachSnapshotIsOne() {
        // Given
        var first = request("1").reviewed("09:10", "bob", null, "commented");
        var second = request("1").reviewed("09:10", "bob", "human", "commented");

        // When
        Change change = reviewed(first, second, first);

        // Then
        assertThat(change.review().reviews().all())
                .containsExactly(new Review(Moments.millis("09:10"), "bob", "commented", "human"));
    }

    @Test
    void anApprovalAfterTheLandingCameTooLate() {
        // Given
        Story story = Story.of(request("1")
                .reviewed("08:50", "bob", "human", "approved")
                .reviewed("09:00", "eve", "human", "approved")
                .reviewed("09:01", "bob", "human", "approved"));

        // When
        story.then(landed(commit("a1").names("1")).at("09:00"));

        // Then
        assertThat(story.change("#1").approvedAt()).isEqualTo(Moments.millis("09:00"));
    }

    @Test
    void aRequestThatWasNeverADraftIsReadyWhenItIsOpened() {
        // Given
        var opened = request("1").opened("08:00");

        // When
        Change change = reviewed(opened);

        // Then
        assertThat(change.readyAt()).isEqualTo(Moments.millis("08:00"));
        assertThat(change.openStage()).isEqualTo("pickup");
        assertThat(change.openSince()).isEqualTo(Moments.millis("08:00"));
    }

    @Test
    void nobodyKnowsWhenADraftBecameReadyUnlessASnapshotSaysSo() {
        // Given
        var draft = request("1").opened("08:00").state("draft");
        var open = request("1").opened("08:00").at("10:00");

        // When
        Change change = reviewed(draft, open);

        // Then
        assertThat(change.readyAt()).isNull();
        assertThat(change.openStage()).isEqualTo("coding");
        assertThat(change.openSince()).isEqualTo(Moments.millis("08:00"));
    }

    @Test
    void theLastTimeThatItWasMarkedReadyHolds() {
        // Given
        var once = request("1").opened("08:00").ready("08:30").state("draft");
        var again = request("1").ready("09:30").at("10:00");

        // When
        Change change = reviewed(again, once);

        // Then
        assertThat(change.readyAt()).isEqualTo(Moments.millis("09:30"));
    }

    @Test
    void anOpenRequestWaitsForWhatComesNext() {
        // Given
        var review = request("1").opened("08:00").reviewed("08:20", "bob", "human", "commented");
        var approval = request("1").reviewed("08:40", "bob", "human", "approved");
        Story story = Story.of(review);
        String reviewing = story.change("#1").openStage();

        // When
        story.then(approval);

        // Then
        assertThat(reviewing).isEqualTo("review");
        assertThat(story.change("#1").openStage()).isEqualTo("merge");
        assertThat(story.change("#1").openSince()).isEqualTo(Moments.millis("08:40"));
    }

    @Test
    void aClosedRequestWaitsForNothing() {
        // Given
        var closed = request("1").opened("08:00").state("closed");

        // When
        Change change = reviewed(closed);

        // Then
        assertThat(change.openStage()).isNull();
        assertThat(change.openSince()).isNull();
    }
}
