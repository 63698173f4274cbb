package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.push;
import static dev.streamgauge.oracle.Line.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which commits are on main, in which order, and as which changes they landed. */
class LandingTest {

    private static final String[] LANDED = {"change", "joined_by", "landing_sha", "landings", "landed_at"};

    @Test
    void aDirectPushOfThreeCommitsIsOneChangeWithOneLanding() {
        // Given
        Line push = landing("09:30", "c3", commit("c1").authored("08:00"), commit("c2"), commit("c3"));

        // When
        Story story = Story.of(push);

        // Then: only `after` is known to be on main, and it brought the others
        assertThat(story.told("changes", LANDED)).containsExactly("@c3 push c3 1 09:30");
        assertThat(story.told("changes", "first_authored_at")).containsExactly("08:00");
    }

    @Test
    void aDirectPushWhoseCommitsSayThatTheyAreOnMainIsStillOneChange() {
        // Given
        Line push = landing(
                "09:30",
                "c3",
                commit("c1").with("brought_by", "c1"),
                commit("c2").with("brought_by", "c2"),
                commit("c3").with("brought_by", "c3"));

        // When
        Story story = Story.of(push);

        // Then: named by the push, not by its first commit
        assertThat(story.told("changes", LANDED)).containsExactly("@c3 push c1 3 09:30");
    }

    @Test
    void aMergeQueuePushLandsOneChangePerCommitThatNamesARequest() {
        // Given: s2 sorts before s9, but follows it in the record
        Line push = landing(
                "09:30",
                "s2",
                commit("s9").with("request", "1"),
                commit("x").authored("07:00"),
                commit("s2").with("request", "2"));

        // When
        Story story = Story.of(push, deploy("10:00", "d1", "s9"));

        // Then: x belongs to the next, and the deploy of the first says nothing of the second
        assertThat(story.told("changes", LANDED)).containsExactly("#1 subject s9 1 09:30", "#2 subject s2 1 09:30");
        assertThat(story.told("changes", "first_authored_at")).containsExactly("-", "07:00");
        assertThat(story.told("deliveries", "change", "deploy_id")).containsExactly("#1 d1", "#2 -");
    }

    @Test
    void onlyCommitsOnMainTakeAPlaceInItsOrder() {
        // Given: at one instant z is the 10th commit of main, m the 11th and b the 12th; x is none
        Line ten = landing("09:30", "z").with("position", 10);
        Line twelve = landing("09:30", "b", commit("m").with("request", "1"), commit("x"), commit("b"))
                .with("position", 12);

        // When
        Story story = Story.of(twelve, ten, deploy("10:00", "d1", "z"));

        // Then: m is not before z, or it would be baseline
        assertThat(story.told("deliveries", "change", "status"))
                .containsExactly("#1 in_flight", "@b in_flight", "@z delivered");
    }

    @Test
    void inALargePushInPartsACommitThatNamesARequestIsNotOnMain() {
        // Given
        Line first = landing("09:30", "s2", commit("s1").with("request", "1").authored("07:00"))
                .with("part", 1)
                .with("parts", 2);
        Line second = landing("09:30", "s2", commit("s2")).with("part", 2).with("parts", 2);

        // When
        Story story = Story.of(first, second);

        // Then: `after` brought it, although its part does not list `after`
        assertThat(story.told("changes", LANDED)).containsExactly("@s2 push s2 1 09:30");
        assertThat(story.told("changes", "first_authored_at")).containsExactly("07:00");
    }

    @Test
    void aCommitWithoutBringerIsNotBroughtByTheNextThatOnlySaysItIsOnMainItself() {
        // Given: a stands by rule 1, c by rule 3, d by rule 2
        Line push = landing(
                "09:30",
                "d",
                commit("x").authored("06:00"),
                commit("a").with("brought_by", "a"),
                commit("c").with("request", "3"),
                commit("y").with("brought_by", "d").with("request", "8").authored("05:00"),
                commit("d").with("request", "4"));

        // When
        Story story = Story.of(push);

        // Then: y names a request, but says who brought it, so it is not on main
        assertThat(story.told("changes", "change", "landings", "first_authored_at"))
                .containsExactly("#3 1 06:00", "#4 1 05:00", "@d 1 -");
    }

    @Test
    void afterIsOnMainEvenIfItsRecordSaysThatAnotherBroughtIt() {
        // Given
        Line push = landing("09:30", "c2", commit("c1"), commit("c2").with("brought_by", "c1"));

        // When
        Story story = Story.of(push, deploy("10:00", "d1", "c1"), deploy("11:00", "d2", "c2"));

        // Then
        assertThat(story.told("changes", LANDED)).containsExactly("@c2 push c2 1 09:30");
        assertThat(story.told("deploys", "deploy_id", "joined_by")).containsExactly("d1 owned", "d2 on_main");
    }

    @Test
    void ofLandingsOfOneInstantTheirPositionsGiveTheOrder() {
        // Given: "a" sorts before "b", but landed after it
        Line late = landing("09:30", "a").with("position", 11);
        Line early = landing("09:30", "b").with("position", 10);

        // When
        Story story = Story.of(late, early, deploy("10:00", "d1", "b"));

        // Then: "a" is not at or before the first deploy, hence no baseline
        assertThat(story.told("deliveries", "change", "status")).containsExactly("@a in_flight", "@b delivered");
    }

    @Test
    void aCommitIsWhereItsEarliestLandingPutIt() {
        // Given: the second push lists c1 again
        Line first = landing("09:00", "c1");
        Line second = landing("10:00", "c2", commit("c1").with("brought_by", "c1"), commit("c2"));

        // When
        Story story = Story.of(second, first);

        // Then: and the direct push is named after the landing of that position
        assertThat(story.told("changes", LANDED)).containsExactly("@c1 push c1 1 09:00", "@c2 push c2 1 10:00");
    }

    @Test
    void aCommitHasAllBringersThatAreNamed() {
        // Given: two sources tell the same push differently
        Line git = landing(
                "09:30",
                "m",
                commit("a").with("brought_by", "a"),
                commit("x").with("brought_by", "a").authored("06:00"));
        Line webhook = landing("09:30", "m", commit("x"), commit("m").with("request", "5"));

        // When
        Story story = Story.of(git, webhook);

        // Then: both changes own x
        assertThat(story.told("changes", "change", "first_authored_at")).containsExactly("#5 06:00", "@m 06:00");
    }

    @Test
    void aPushToABranchAndAPushOfNoBranchLandNothing() {
        // Given
        Line branch = push("09:00", "topic", "c1", commit("c1"));
        Line nowhere = landing("09:00", "c2", commit("c2")).without("branch").without("default_branch");

        // When
        Story story = Story.of(branch, nowhere, request("09:00", "1", "open"));

        // Then
        assertThat(story.told("changes", "change", "state", "landed_at")).containsExactly("#1 open -");
    }
}
