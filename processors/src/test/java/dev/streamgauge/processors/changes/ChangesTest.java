package dev.streamgauge.processors.changes;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void twoLandingsThatNameTheSameRequestAreOneChange() {
        // Given
        Story story = Story.of(landed(commit("b1").names("1").authored("08:00")).at("10:00"));

        // When
        story.then(landed(commit("a1").names("1").authored("08:30")).at("09:30"));

        // Then
        assertThat(story.changes()).containsExactly("#1 landed subject a1 09:30 08:00");
        assertThat(story.change("#1").landings()).hasSize(2);
    }

    @Test
    void aDirectPushCeasesWhenARequestClaimsItsCommit() {
        // Given
        Story story = Story.of(landed(commit("d1")));

        // When
        story.then(request("1").merged("d1").at("09:00"));

        // Then
        assertThat(story.changes()).containsExactly("#1 landed merge_sha d1 09:00 -");
        assertThat(story.change("@d1")).isNull();
    }

    @Test
    void aDirectPushCeasesWhenAnEarlierLandingOfItsCommitIsSeen() {
        // Given
        Story story =
                Story.of(landed(commit("d1").broughtBy("d1"), commit("d2")).at("10:00"));

        // When
        story.then(landed(commit("d1")).at("09:30"));

        // Then
        assertThat(story.changes()).containsExactly("@d1 landed push d1 09:30 -", "@d2 landed push d2 10:00 -");
    }

    @Test
    void aRequestWithoutALandingIsWhatItsSnapshotsSay() {
        // Given
        var merged = request("1").merged("a1").at("09:00");

        // When
        Story story = Story.of(merged, request("2").state("draft"));

        // Then
        assertThat(story.changes()).containsExactly("#1 merged - - -", "#2 draft - - -");
    }

    @Test
    void aRequestThatLandsIsLandedThoughItIsStillOpen() {
        // Given
        Story story = Story.of(request("1").at("09:00"));

        // When
        story.then(landed(commit("a1").names("1")).at("09:30"));

        // Then
        assertThat(story.changes()).containsExactly("#1 landed subject a1 09:30 -");
    }

    @Test
    void aChangeWhoseRequestNobodyHasSeenHasNoReview() {
        // Given
        var landing = landed(commit("a1").names("1"));

        // When
        Story story = Story.of(landing);

        // Then
        assertThat(story.change("#1").review()).isNull();
        assertThat(story.change("#1").request()).isEqualTo("1");
    }

    @Test
    void theFirstAuthorDateIsTheEarliestOfAllThatAChangeOwns() {
        // Given
        Story story = Story.of(
                request("1").commits("e1", "e2").head("e3"),
                pushed(
                        commit("e1").authored("08:30"),
                        commit("e2").authored("08:20"),
                        commit("e3").authored("08:10")));

        // When
        story.then(landed(commit("a1").names("1").authored("08:40")));

        // Then
        assertThat(story.changes()).containsExactly("#1 landed subject a1 09:00 08:10");
    }

    @Test
    void theCommitsOfARequestMayBecomeKnownAfterTheRequest() {
        // Given
        Story story = Story.of(request("1").head("e1"));

        // When
        story.then(pushed(commit("e1").authored("08:30")));

        // Then
        assertThat(story.changes()).containsExactly("#1 open - - 08:30");
    }

    @Test
    void theCommitsOfARequestMayBeKnownBeforeTheRequest() {
        // Given
        Story story = Story.of(pushed(commit("e1").authored("08:30")));

        // When
        story.then(request("1").head("e1"));

        // Then
        assertThat(story.changes()).containsExactly("#1 open - - 08:30");
    }

    @Test
    void aSquashDoesNotLoseWhatABranchCommitShows() {
        // Given
        Story story = Story.of(
                request("1").head("e1").by("human", "no-evidence").merged("a1"),
                landed(commit("a1").shows("no-evidence")));

        // When
        story.then(pushed(commit("e1").shows("assisted")));

        // Then
        assertThat(story.change("#1").aiEvidence()).isEqualTo("assisted");
    }

    @Test
    void aCommitThatBelongsElsewhereTakesAlongWhatItShows() {
        // Given
        Story story = Story.of(landed(
                commit("a1").broughtBy("a1").shows("agent-authored"),
                commit("a2").broughtBy("a2").shows("no-evidence")));
        String before = story.change("@a2").aiEvidence();

        // When
        story.then(request("1").merged("a1"));

        // Then
        assertThat(before).isEqualTo("agent-authored");
        assertThat(story.change("@a2").aiEvidence()).isEqualTo("no-evidence");
        assertThat(story.change("#1").aiEvidence()).isEqualTo("agent-authored");
    }

    @Test
    void whereNobodyHasLookedNothingIsKnown() {
        // Given
        var landing = landed(commit("a1").names("1"));

        // When
        Story story = Story.of(landing, request("1"));

        // Then
        assertThat(story.change("#1").aiEvidence()).isNull();
    }

    @Test
    void aRequestInAnotherRepositorysNameIsNotADirectPush() {
        // Given
        Change direct = Change.unknown("host/a#b/shop", "host/a#b/shop@a1");

        // When
        Change request = Change.unknown("host/a#b/shop", "host/a#b/shop#12");

        // Then
        assertThat(direct.request()).isNull();
        assertThat(request.request()).isEqualTo("12");
    }
}
