package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.push;
import static dev.streamgauge.oracle.Line.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that carry others, and requests that leave their commits on main as they are. Features 1 and 2 went into develop. */
class PromotionTest {

    private static final String[] LANDED = {"change", "state", "joined_by", "landing_sha"};

    private static final Line ONE = into("develop", "1", "f1").with("source_branch", "one");
    private static final Line TWO = into("develop", "2", "f2").with("source_branch", "two");

    private static Line into(String target, String number, String... shas) {
        return request("08:00", number, "merged")
                .with("target_branch", target)
                .with("default_branch", "main")
                .with("commit_shas", shas);
    }

    private static Line promotion(String... shas) {
        return into("main", "9", shas).with("source_branch", "develop").with("merge_sha", "m");
    }

    @Test
    void aPromotionLandsWhatItCarriesAndIsNoChange() {
        // Given: the features were written long before, the merge itself says nothing of them
        Line commits = push("07:00", "develop", "f2", commit("f1").authored("06:00"), commit("f2"));
        Line merge =
                landing("09:00", "m", commit("f1"), commit("f2"), commit("m").authored("05:00"));

        // When
        Story story = Story.of(ONE, TWO, promotion("f1", "f2"), commits, merge);

        // Then
        assertThat(story.told("changes", LANDED)).containsExactly("#1 landed carried m", "#2 landed carried m");
        assertThat(story.told("changes", "first_authored_at")).containsExactly("06:00", "-");
        assertThat(story.told("completeness", "source", "merges_without_landing"))
                .containsExactly("* 0", "file 0");
    }

    @Test
    void whatIsCarriedOwnsTheMergeButNotWhatTheMergeBrought() {
        // Given
        Line merge = landing("09:00", "m", commit("f1"), commit("f2"), commit("m"));

        // When
        Story story = Story.of(
                ONE, TWO, promotion("f1", "f2"), merge, deploy("10:00", "d1", "f2"), deploy("11:00", "d2", "m"));

        // Then: f2 is 2's alone, and off main
        assertThat(story.told("deliveries", "change", "deploy_id", "evidence"))
                .containsExactly("#1 d2 owned_sha", "#2 d1 owned_sha");
    }

    @Test
    void aRequestWithACommitOfItsOwnIsAChangeFromWhateverBranch() {
        // Given: nobody else claims f3
        Line merge = landing("09:00", "m", commit("m"));

        // When
        Story story = Story.of(ONE, promotion("f1", "f3"), merge);

        // Then
        assertThat(story.told("changes", LANDED)).containsExactly("#1 merged - -", "#9 landed merge_sha m");
    }

    @Test
    void aForksDevelopIsNobodysLongLivedBranch() {
        // When
        Story story = Story.of(
                ONE,
                promotion("f1").with("head_repository", "github.com/fork/shop"),
                landing("09:00", "m", commit("m")));

        // Then
        assertThat(story.told("changes", LANDED)).containsExactly("#1 merged - -", "#9 landed merge_sha m");
    }

    @Test
    void mainItselfPromotedToAReleaseBranchIsNoChangeAndCarriesNothing() {
        // Given: its merge was pushed to main too, by a message that names it
        Line release = into("release", "9", "c1").with("source_branch", "main");
        Line named = landing("09:00", "c1", commit("c1").with("request", "9"));

        // When
        Story story = Story.of(release, named);

        // Then: the next rule holds
        assertThat(story.told("changes", LANDED)).containsExactly("@c1 landed push c1");
    }

    @Test
    void aBranchThatSomethingWasOnlyOpenedAgainstIsNotLongLived() {
        // Given
        Line open =
                request("08:00", "1", "open").with("target_branch", "develop").with("commit_shas", List.of("f1"));

        // When
        Story story = Story.of(open, promotion("f1"), landing("09:00", "m", commit("m")));

        // Then
        assertThat(story.told("changes", LANDED)).containsExactly("#1 open - -", "#9 landed merge_sha m");
    }

    @Test
    void commitsThatARebaseLeftOnMainAreTheRequestsThatListsThem() {
        // Given: r2 merged it, and r1 is listed; 8 lists it too, but is open
        Line landing = landing(
                "09:00",
                "r2",
                commit("r1").with("brought_by", "r1"),
                commit("r2").with("brought_by", "r2"));
        Line open = request("08:00", "8", "open").with("commit_shas", List.of("r1"));

        // When
        Story story = Story.of(landing, into("main", "7", "r1").with("merge_sha", "r2"), open);

        // Then
        assertThat(story.told("changes", LANDED)).containsExactly("#7 landed listed r1", "#8 open - -");
    }

    @Test
    void aRequestIntoAnotherBranchListsNothingOnMain() {
        // When
        Story story = Story.of(landing("09:00", "r1", commit("r1")), into("release", "7", "r1"));

        // Then
        assertThat(story.told("changes", LANDED)).containsExactly("#7 merged - -", "@r1 landed push r1");
    }
}
