package dev.streamgauge.processors.landings;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Pushed;
import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

class MembershipTest {

    @Test
    void aRebaseOfWhichTheSourceSaysNothingIsBroughtByItsLastCommit() {
        // Given
        Pushed rebase = landed(commit("r1"), commit("r2"), commit("r3"));

        // When
        Story story = Story.of(rebase, request("1").merged("r3").at("09:00"));

        // Then
        assertThat(story.main()).containsExactly("r3 #1");
    }

    @Test
    void aRebaseOfWhichEachCommitSaysThatItIsOnMainHasThemAllThere() {
        // Given
        Pushed rebase = landed(
                        commit("r1").broughtBy("r1").names("1"),
                        commit("r2").broughtBy("r2").names("1"),
                        commit("r3").broughtBy("r3"))
                .position(12);

        // When
        Story story = Story.of(rebase, request("1").merged("r3").at("09:00"));

        // Then
        assertThat(story.main()).containsExactly("r1 #1", "r2 #1", "r3 #1");
        assertThat(story.change("#1").landings()).hasSize(3);
    }

    @Test
    void aDirectPushOfThreeCommitsIsOneChange() {
        // Given
        Pushed push = landed(
                commit("d1").authored("08:20"),
                commit("d2").authored("08:10"),
                commit("d3").authored("08:30"));

        // When
        Story story = Story.of(push);

        // Then
        assertThat(story.main()).containsExactly("d3 @d3");
        assertThat(story.changes()).containsExactly("@d3 landed push d3 09:00 08:10");
    }

    @Test
    void aDirectPushOfThreeCommitsThatAreAllOnMainIsOneChange() {
        // Given
        Pushed push = landed(
                commit("d1").broughtBy("d1"),
                commit("d2").broughtBy("d2"),
                commit("d3").broughtBy("d3"));

        // When
        Story story = Story.of(push);

        // Then
        assertThat(story.main()).containsExactly("d1 @d3", "d2 @d3", "d3 @d3");
        assertThat(story.changes()).containsExactly("@d3 landed push d1 09:00 -");
    }

    @Test
    void aRequestThatNamesItsMergeCommitPrevailsOverTheMessage() {
        // Given
        Story story = Story.of(landed(commit("a1").names("1")));

        // When
        story.then(request("2").merged("a1").at("09:00"));

        // Then
        assertThat(story.main()).containsExactly("a1 #2");
        assertThat(story.changes()).containsExactly("#2 landed merge_sha a1 09:00 -");
    }

    @Test
    void aMergeCommitOfTwoRequestsBelongsToBoth() {
        // Given
        Story story = Story.of(landed(commit("a1")));

        // When
        story.then(request("2").merged("a1"), request("10").merged("a1"));

        // Then
        assertThat(story.main()).containsExactly("a1 #10 #2");
    }

    @Test
    void onlyAMergedRequestHasAMergeCommit() {
        // Given
        var review = request("2").merged("a1").state("open");

        // When
        Story story = Story.of(landed(commit("a1")), review);

        // Then
        assertThat(story.main()).containsExactly("a1 @a1");
    }

    @Test
    void theSmallestRequestHoldsIfTwoSourcesReadTheMessageDifferently() {
        // Given
        Pushed nine = landed(commit("a1").names("9"));
        Pushed ten = landed(commit("a1").names("10"));

        // When
        Story story = Story.of(ten, nine, ten);

        // Then
        assertThat(story.main()).containsExactly("a1 #9");
    }
}
