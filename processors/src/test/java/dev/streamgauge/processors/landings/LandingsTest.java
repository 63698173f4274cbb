package dev.streamgauge.processors.landings;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Pushed;
import dev.streamgauge.processors.testkit.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class LandingsTest {

    private static CommitNode known(Story story, String sha) {
        return story.rows(Landings.COMMITS).stream()
                .filter(node -> node.sha().equals(sha))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> bringers(Story story, String sha) {
        return known(story, sha).linked(Links.Kind.BRINGER);
    }

    private static List<Long> ranks(Story story) {
        return story.rows(Landings.LINE).stream()
                .map(commit -> commit.position().rank())
                .toList();
    }

    @Test
    void aSquashIsOneCommitOfTheRequestThatItsMessageNames() {
        // Given
        Pushed squash = landed(commit("a1").names("1"));

        // When
        Story story = Story.of(squash);

        // Then
        assertThat(story.main()).containsExactly("a1 #1");
        assertThat(story.changes()).containsExactly("#1 landed subject a1 09:00 -");
    }

    @Test
    void aMergeBringsTheCommitsOfItsBranch() {
        // Given
        Pushed merge = landed(commit("e1"), commit("e2"), commit("m1").names("1"));

        // When
        Story story = Story.of(merge);

        // Then
        assertThat(story.main()).containsExactly("m1 #1");
        assertThat(bringers(story, "e1")).containsExactly("m1");
        assertThat(bringers(story, "e2")).containsExactly("m1");
    }

    @Test
    void aMergeQueueLandsSeveralChangesInOnePush() {
        // Given
        Pushed queue = landed(
                        commit("q1").names("1"),
                        commit("q2").names("2"),
                        commit("q3").names("3"))
                .position(30);

        // When
        Story story = Story.of(queue);

        // Then
        assertThat(story.main()).containsExactly("q1 #1", "q2 #2", "q3 #3");
        assertThat(ranks(story)).containsExactly(28L, 29L, 30L);
    }

    @Test
    void aCommitBetweenTwoOfAMergeQueueWasBroughtByTheNext() {
        // Given
        Pushed queue = landed(
                commit("e1"),
                commit("q1").names("1"),
                commit("e2"),
                commit("q2").names("2"));

        // When
        Story story = Story.of(queue);

        // Then
        assertThat(bringers(story, "e1")).containsExactly("q1");
        assertThat(bringers(story, "e2")).containsExactly("q2");
    }

    @Test
    void theMessagesOfAPushInPartsPutNothingOnMain() {
        // Given
        Pushed first = landed(commit("x1").names("1"), commit("x2")).to("x4").part(1, 2);
        Pushed second = landed(commit("x3").names("3"), commit("x4")).part(2, 2);

        // When
        Story story = Story.of(second, first);

        // Then
        assertThat(story.main()).containsExactly("x4 @x4");
        assertThat(bringers(story, "x1")).containsExactly("x4");
        assertThat(bringers(story, "x3")).containsExactly("x4");
    }

    @Test
    void aCommitThatItsRecordSaysWasBroughtIsNotPutOnMainByItsMessage() {
        // Given
        Pushed merge = landed(
                commit("e1").names("7").broughtBy("m1"),
                commit("m1").broughtBy("m1"),
                commit("m2").broughtBy("m2"));

        // When
        Story story = Story.of(merge);

        // Then
        assertThat(story.main()).containsExactly("m1 @m2", "m2 @m2");
        assertThat(bringers(story, "e1")).containsExactly("m1");
    }

    @Test
    void aCommitThatSaysOnlyOfItselfThatItIsOnMainBroughtNoOther() {
        // Given
        Pushed push = landed(commit("e1"), commit("m1").broughtBy("m1"), commit("a1"));

        // When
        Story story = Story.of(push);

        // Then
        assertThat(story.main()).containsExactly("m1 @a1", "a1 @a1");
        assertThat(bringers(story, "e1")).containsExactly("a1");
    }

    @Test
    void theHeadIsOnMainAlthoughTheRecordSaysThatAnotherBroughtIt() {
        // Given
        Pushed push = landed(commit("e1"), commit("a1").broughtBy("z9"));

        // When
        Story story = Story.of(push);

        // Then
        assertThat(story.main()).containsExactly("a1 @a1");
        assertThat(bringers(story, "a1")).containsExactly("a1");
        assertThat(bringers(story, "e1")).containsExactly("a1");
    }

    @Test
    void theHeadIsOnMainAlthoughTheRecordDoesNotListIt() {
        // Given
        Pushed push = landed(commit("q1").names("1")).to("h1").position(5);

        // When
        Story story = Story.of(push);

        // Then
        assertThat(story.main()).containsExactly("q1 #1", "h1 @h1");
        assertThat(ranks(story)).containsExactly(4L, 5L);
    }

    @Test
    void twoSourcesThatDisagreeGiveACommitTwoBringers() {
        // Given
        Pushed told = landed(commit("e1").broughtBy("m1"), commit("m1").broughtBy("m1"), commit("m2"))
                .by("git");
        Pushed guessed = landed(commit("e1"), commit("m1"), commit("m2")).by("github");

        // When
        Story story = Story.of(guessed, told);

        // Then
        assertThat(bringers(story, "e1")).containsExactly("m1", "m2");
        assertThat(bringers(story, "m1")).containsExactly("m1", "m2");
    }

    @Test
    void theEarliestLandingHoldsIfTwoPutACommitOnMain() {
        // Given
        Pushed late =
                landed(commit("a1"), commit("b1").broughtBy("b1")).at("10:00").to("b1");
        Pushed early = landed(commit("a1")).at("09:30");

        // When
        Story story = Story.of(late, early, late);

        // Then
        assertThat(known(story, "a1").position()).isEqualTo(new Position(Moments.millis("09:30"), 0, "a1", "a1"));
        assertThat(story.main()).containsExactly("a1 @a1", "b1 @b1");
    }

    @Test
    void aPushToAnotherBranchPutsNothingOnMain() {
        // Given
        Pushed push = pushed(commit("e1").names("1").broughtBy("e1"));

        // When
        Story story = Story.of(push);

        // Then
        assertThat(story.main()).isEmpty();
        assertThat(known(story, "e1").listed()).isTrue();
    }

    @Test
    void aPushOfNoKnownBranchPutsNothingOnMain() {
        // Given
        Pushed push = landed(commit("e1"));
        push.event().setBranch(null);
        push.event().setDefaultBranch(null);

        // When
        Story story = Story.of(push);

        // Then
        assertThat(story.main()).isEmpty();
    }

    @Test
    void parentsAreTheUnionAndTheAuthorDateIsTheEarliest() {
        // Given
        Pushed one = pushed(commit("e1").parents("p2").authored("08:30"));
        Pushed two = pushed(commit("e1").parents("p1").authored("08:10"));

        // When
        Story story = Story.of(one, two, pushed(commit("e1")));

        // Then
        assertThat(known(story, "e1").linked(Links.Kind.PARENT)).containsExactly("p1", "p2");
        assertThat(known(story, "e1").authoredAt()).isEqualTo(Moments.millis("08:10"));
    }

    @Test
    void anAuthorDateThatArrivesAfterTheLandingReachesTheChange() {
        // Given
        Story story = Story.of(landed(commit("e1"), commit("m1").names("1")));

        // When
        story.then(pushed(commit("e1").authored("07:00")));

        // Then
        assertThat(story.changes()).containsExactly("#1 landed subject m1 09:00 07:00");
    }
}
