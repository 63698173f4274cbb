package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.request;
import static dev.streamgauge.oracle.Line.review;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request says of its reviews, and what its commits say of it. */
class ReviewTest {

    private static final String[] REVIEWED = {"ready_at", "first_review_at", "approved_at"};

    @Test
    void onlyAHumanOtherThanTheAuthorReviews() {
        // Given: an unknown reviewer may be anybody
        Line open = request("09:00", "7", "open")
                .with("author", "ann")
                .reviewed(
                        review("08:10", "ann", "approved"),
                        review("08:20", "bot", "approved").with("actor_class", "bot"),
                        review("08:30", "ai", "commented").with("actor_class", "agent"),
                        review("08:40", null, "commented"),
                        review("08:50", "bob", "approved"));

        // When
        Story story = Story.of(open);

        // Then
        assertThat(story.told("changes", REVIEWED)).containsExactly("- 08:40 08:50");
    }

    @Test
    void ofOneReviewTheDismissalIsTheLastWord() {
        // Given: two snapshots of one review
        Line approved = request("09:00", "7", "open").reviewed(review("08:10", "bob", "approved"));
        Line dismissed = request("10:00", "7", "open").reviewed(review("08:10", "bob", "dismissed"));

        // When
        Story story = Story.of(dismissed, approved);

        // Then: it was a review, but no approval
        assertThat(story.told("changes", REVIEWED)).containsExactly("- 08:10 -");
    }

    @Test
    void anApprovalAfterTheLandingApprovedNothing() {
        // Given
        Line merged = request("10:00", "7", "merged")
                .with("merge_sha", "m")
                .reviewed(
                        review("09:00", "bob", "approved"),
                        review("09:30", "eve", "approved"),
                        review("09:31", "bob", "approved"));

        // When
        Story story = Story.of(merged, landing("09:30", "m"));

        // Then
        assertThat(story.told("changes", REVIEWED)).containsExactly("- 09:00 09:30");
    }

    @Test
    void aRequestIsReadyWhenLastMarkedSoOrWhenOpenedUnlessAsADraft() {
        // Given
        Line[] lines = {
            request("09:00", "1", "open").with("opened_at", at("08:00")).with("ready_at", at("08:30")),
            request("09:00", "1", "draft").with("ready_at", at("08:40")),
            request("09:00", "2", "open").with("opened_at", at("08:00")),
            request("09:00", "3", "draft").with("opened_at", at("08:00")),
            request("09:10", "3", "open"),
        };

        // When
        Story story = Story.of(lines);

        // Then
        assertThat(story.told("changes", "change", "ready_at")).containsExactly("#1 08:40", "#2 08:00", "#3 -");
    }

    @Test
    void servicesRevertsAndTheAuthorComeFromTheCommits() {
        // Given: b says nothing of its services; the landing commit says who pushed
        Line old = landing("08:00", "c0", commit("c0"));
        Line push = landing(
                "09:00",
                "c",
                commit("a").with("services", List.of("web", "api")).with("reverts", List.of("c0", "a")),
                commit("b"),
                commit("c").with("services", List.of("api")).with("author", "ann"));
        Line again = request("09:00", "7", "open").with("reverts_request", "7").with("hotfix", true);
        Line undo = request("09:00", "8", "open").with("reverts_request", "7").with("author", "bob");

        // When
        Story story = Story.of(old, push, again, undo);

        // Then
        assertThat(story.told("changes", "change", "services", "reverts", "hotfix", "author"))
                .containsExactly(
                        "#7 - [] true -",
                        "#8 - [\"#7\"] false bob",
                        "@c [\"api\",\"web\"] [\"@c0\"] false ann",
                        "@c0 - [] false -");
    }
}
