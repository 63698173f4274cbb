package dev.streamgauge.processors.queues;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Reviewed;
import org.junit.jupiter.api.Test;

class ReviewQueuesTest {

    private static Reviewed request7() {
        return request("7").opened("08:00").author("ann");
    }

    @Test
    void aRequestWaitsForItsFirstReviewSinceItWasOpened() {
        // When
        Waiting shop = Waiting.at("10:00").heard(request7());

        // Then
        assertThat(shop.stays()).containsExactly("review.pickup * #7 08:00");
    }

    @Test
    void aRequestThatWasADraftWaitsSinceItWasMarkedReady() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(
                        request7().state("draft").at("08:00"),
                        request7().ready("09:30").at("09:30"));

        // Then
        assertThat(shop.stays()).containsExactly("review.pickup * #7 09:30");
    }

    @Test
    void aDraftThatNobodySaidWasReadyWaitsForNobody() {
        // When
        Waiting shop = Waiting.at("10:00").heard(request7().state("draft"));

        // Then
        assertThat(shop.stays()).isEmpty();
    }

    @Test
    void aBotsReviewAndTheAuthorsOwnTakeNobodyOutOfTheQueue() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(request7()
                        .reviewed("08:30", "lint", "bot", "commented")
                        .reviewed("08:40", "ann", "human", "commented"));

        // Then
        assertThat(shop.stays()).containsExactly("review.pickup * #7 08:00");
    }

    @Test
    void aReviewedRequestWaitsForADecision() {
        // When
        Waiting shop = Waiting.at("10:00").heard(request7().reviewed("09:15", "bob", "human", "commented"));

        // Then
        assertThat(shop.stays()).containsExactly("review.decision * #7 09:15", "review.pickup * #7 08:00 left 09:15");
    }

    @Test
    void anApprovedRequestWaitsToBeMergedSinceItsLastApproval() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(request7()
                        .reviewed("09:15", "bob", "human", "approved")
                        .reviewed("09:30", "cat", "human", "approved"));

        // Then
        assertThat(shop.in("merge")).containsExactly("* #7 09:30");
        assertThat(shop.in("review.decision")).containsExactly("* #7 09:15 left 09:15");
    }

    @Test
    void inAMergeQueueItWaitsSinceItEnteredIt() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(request7().reviewed("09:15", "bob", "human", "approved").enqueued("09:45"));

        // Then
        assertThat(shop.in("merge")).containsExactly("* #7 09:45");
    }

    @Test
    void takenOutOfTheMergeQueueItWaitsSinceItsApprovalAgain() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(
                        request7().reviewed("09:15", "bob", "human", "approved").enqueued("09:45"),
                        request7().dequeued("09:50").at("09:50"));

        // Then
        assertThat(shop.in("merge")).containsExactly("* #7 09:15");
    }

    @Test
    void takenOutOfTheMergeQueueWithoutAnApprovalItWaitsNoMore() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(
                        request7().enqueued("09:45"),
                        request7().dequeued("09:50").at("09:50"));

        // Then
        assertThat(shop.in("merge")).containsExactly("* #7 09:45 left 09:50");
    }

    @Test
    void whenItLandsItLeavesEveryQueueOfReviews() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(
                        request7().reviewed("09:15", "bob", "human", "approved"),
                        landed(commit("m").names("7")).at("09:40"));

        // Then
        assertThat(shop.in("merge")).containsExactly("* #7 09:15 left 09:40");
        assertThat(shop.in("integration")).containsExactly("* #7 09:40");
    }

    @Test
    void aClosedRequestLeftWhenItWasClosedHoweverOftenThatIsToldAgain() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(
                        request7(),
                        request7().closed("09:10").at("09:10"),
                        request7().closed("09:10").at("09:55"));

        // Then
        assertThat(shop.stays()).containsExactly("review.pickup * #7 08:00 left 09:10");
    }

    @Test
    void whatLeftMoreThanAnHourAgoIsKeptNoLongerThanItIsHeardOf() {
        // When
        Waiting shop = Waiting.at("10:00").heard(request7().closed("08:10").at("08:10"));

        // Then
        assertThat(shop.stays()).isEmpty();
        assertThat(shop.rows()).isZero();
    }

    @Test
    void aRequestThatComesBackIsAsOldAsWasSaidBeforeItLeft() {
        // Given
        Waiting shop = Waiting.at("14:00")
                .heard(request7()
                        .closed("08:10")
                        .reviewed("12:00", "lint", "bot", "commented")
                        .at("08:10"));

        // When
        shop.heard(request7().at("08:20")).later("2026-08-29T10:00:00Z");

        // Then
        assertThat(shop.in("review.pickup")).containsExactly("* #7 08:00");
    }

    @Test
    void aRequestThatOnlyCarriesOthersIsNoChangeAndWaitsForNobody() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(
                        request("9").from("main").into("release").head("m").at("09:00"),
                        request("9").from("main").into("release").head("m").opened("08:00"));

        // Then
        assertThat(shop.stays()).isEmpty();
    }
}
