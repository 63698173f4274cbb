package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.push;
import static dev.streamgauge.oracle.Line.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change is, what it owns, and in which state it is. */
class ChangeTest {

    private static final String[] LANDED = {"change", "state", "joined_by", "landing_sha", "landings", "landed_at"};

    @Test
    void aSquashedChangeIsAsOldAsItsBranchCommits() {
        // Given: the squash commit itself was authored at the merge
        Line branch = push(
                "08:10",
                "topic",
                "b2",
                commit("b1").authored("07:00"),
                commit("b2").authored("08:00"));
        Line merged = request("09:30", "142", "merged")
                .with("commit_shas", List.of("b1", "b2"))
                .with("merge_sha", "s");
        Line squash = landing("09:30", "s", commit("s").authored("09:30").with("request", "142"));

        // When
        Story story = Story.of(branch, merged, squash);

        // Then
        assertThat(story.told("changes", LANDED)).containsExactly("#142 landed merge_sha s 1 09:30");
        assertThat(story.told("changes", "first_authored_at")).containsExactly("07:00");
    }

    @Test
    void twoLandingsThatNameTheSameRequestAreOneChange() {
        // Given
        Line first = landing("09:00", "s1", commit("s1").with("request", "7"));
        Line again = landing("11:00", "s2", commit("s2").with("request", "7"));

        // When
        Story story = Story.of(again, first);

        // Then: it landed when it landed first
        assertThat(story.told("changes", LANDED)).containsExactly("#7 landed subject s1 2 09:00");
    }

    @Test
    void aRequestThatClaimsADirectPushLaterTakesItOver() {
        // Given
        Line direct = landing("09:00", "c1", commit("c1"));
        Line claim = request("12:00", "7", "merged").with("merge_sha", "c1");

        // When
        Story story = Story.of(direct, claim);

        // Then: the direct push is no change any longer
        assertThat(story.told("changes", LANDED)).containsExactly("#7 landed merge_sha c1 1 09:00");
    }

    @Test
    void theMergeShaIsPreferredToTheMessage() {
        // Given: a revert quotes the subject of what it reverts; and two requests were merged by one commit
        Line landing = landing("09:00", "c1", commit("c1").with("request", "7"));
        Line nine = request("09:00", "9", "merged").with("merge_sha", "c1");
        Line ten = request("09:00", "10", "merged").with("merge_sha", "c1");

        // When
        Story story = Story.of(landing, nine, ten);

        // Then
        assertThat(story.told("changes", LANDED))
                .containsExactly("#10 landed merge_sha c1 1 09:00", "#9 landed merge_sha c1 1 09:00");
    }

    @Test
    void theMergeShaOfARequestThatIsNotMergedMeansNothing() {
        // Given: a provider's trial merge commit
        Line landing = landing("09:00", "c1", commit("c1"));
        Line open = request("09:00", "9", "open").with("merge_sha", "c1");

        // When
        Story story = Story.of(landing, open);

        // Then
        assertThat(story.told("changes", "change", "state")).containsExactly("#9 open", "@c1 landed");
    }

    @Test
    void aRebasedRequestOwnsWhatItsLastCommitBrought() {
        // Given
        Line rebase = landing(
                "09:00", "r2", commit("r1").authored("06:00"), commit("r2").authored("06:30"));
        Line merged = request("09:00", "7", "merged").with("merge_sha", "r2");

        // When
        Story story = Story.of(rebase, merged);

        // Then
        assertThat(story.told("changes", LANDED)).containsExactly("#7 landed merge_sha r2 1 09:00");
        assertThat(story.told("changes", "first_authored_at")).containsExactly("06:00");
    }

    @Test
    void ofRebasedCommitsThatSayTheyAreOnMainOnlyTheLastIsTheRequests() {
        // Given
        Line rebase = landing(
                "09:00",
                "r2",
                commit("r1").with("brought_by", "r1"),
                commit("r2").with("brought_by", "r2"));
        Line merged = request("09:00", "7", "merged").with("merge_sha", "r2");

        // When
        Story story = Story.of(rebase, merged);

        // Then
        assertThat(story.told("changes", LANDED))
                .containsExactly("#7 landed merge_sha r2 1 09:00", "@r2 landed push r1 1 09:00");
    }

    @Test
    void aMergedRequestWhoseLandingHasNotBeenSeenIsMergedAndStaysSo() {
        // Given: the later snapshot is older news
        Line merged = request("09:00", "7", "merged").with("merge_sha", "c1").with("opened_at", at("08:30"));
        Line open = request("10:00", "7", "open").with("opened_at", at("08:00"));

        // When
        Story story = Story.of(merged, open);

        // Then
        assertThat(story.told("changes", LANDED)).containsExactly("#7 merged - - 0 -");
        assertThat(story.told("changes", "opened_at")).containsExactly("08:00");
    }

    @Test
    void theLatestStateWinsAndOfOneInstantTheFurthest() {
        // Given: 1 was closed and opened again; 2 was opened and closed at once
        Line[] lines = {
            request("09:00", "1", "closed"),
            request("10:00", "1", "draft"),
            request("09:00", "2", "closed"),
            request("09:00", "2", "open"),
            request("09:00", "2", "draft"),
        };

        // When
        Story story = Story.of(lines);

        // Then
        assertThat(story.told("changes", "change", "state")).containsExactly("#1 draft", "#2 closed");
    }

    @Test
    void ofSeveralRequestsThatSourcesReadFromOneMessageTheSmallestNumberCounts() {
        // Given: as text, "10" is smaller than "9"
        Line one = landing("09:00", "c1", commit("c1").with("request", "10"));
        Line other = landing("09:00", "c1", commit("c1").with("request", "9"));

        // When
        Story story = Story.of(one, other);

        // Then
        assertThat(story.told("changes", "change")).containsExactly("#9");
    }

    @Test
    void ofSeveralAuthorDatesThatSourcesGiveTheEarliestCounts() {
        // Given
        Line one = landing("09:00", "c1", commit("c1").authored("08:00"));
        Line other = landing("09:00", "c1", commit("c1").authored("07:00"));

        // When
        Story story = Story.of(one, other);

        // Then
        assertThat(story.told("changes", "first_authored_at")).containsExactly("07:00");
    }

    @Test
    void theSmallestNonNullClassAndEvidenceCount() {
        // Given
        Line early = request("09:00", "1", "open").with("actor_class", "human");
        Line late = request("10:00", "1", "open").with("actor_class", "agent").with("ai_evidence", "assisted");

        // When
        Story story = Story.of(early, late);

        // Then
        assertThat(story.told("changes", "actor_class", "ai_evidence")).containsExactly("agent assisted");
    }
}
