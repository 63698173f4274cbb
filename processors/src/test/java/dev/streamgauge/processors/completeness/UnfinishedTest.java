package dev.streamgauge.processors.completeness;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.incident;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

/** What has not ended, as far as told. */
class UnfinishedTest {

    @Test
    void anAttemptOfAWholeRunIsUnfinishedOnAnyBranchWhateverStartedIt() {
        // When
        Story story = Story.of(
                build("1", "a1").running(),
                build("1", "a1").attempt(2).running(),
                build("2", "a1").branch("a-topic").trigger("pull_request").running(),
                build("2", "a1").job("unit").running(),
                build("3", "a1").outcome("cancelled"));

        // Then
        assertThat(story.missing(Gap.BUILD_UNFINISHED)).isEqualTo(3);
    }

    @Test
    void aBuildThatFinishedIsNotUndoneByALateSnapshot() {
        // Given
        Story story = Story.of(build("1", "a1").running(), build("2", "a1").running());

        // When
        story.then(build("1", "a1"), build("1", "a1").running());

        // Then
        assertThat(story.missing(Gap.BUILD_UNFINISHED)).isEqualTo(1);
    }

    @Test
    void aDeployIsUnfinishedWhateverElseItLacks() {
        // Given
        Story story = Story.of(
                deploy("D1", "e1").state("pending"),
                deploy("D1", "e1").to("shop", "staging").state("waiting"),
                deploy("D2", "e1").outcome("failure"));
        assertThat(story.missing(Gap.DEPLOY_UNFINISHED)).isEqualTo(2);
        assertThat(story.missing(Gap.DEPLOY_SHA_UNKNOWN)).isEqualTo(3);

        // When
        story.then(deploy("D1", "e1").state("running"), deploy("D1", "e1"));

        // Then
        assertThat(story.missing(Gap.DEPLOY_UNFINISHED)).isEqualTo(1);
        assertThat(story.missing(Gap.DEPLOY_SHA_UNKNOWN)).isEqualTo(3);
    }

    @Test
    void aRequestIsOpenAsADraftAndAgainWhenItWasOpenedAgain() {
        // When
        Story story = Story.of(
                request("1"),
                request("2").state("draft"),
                request("3").state("closed").at("10:00"),
                request("3").state("open").at("11:00"),
                request("4").state("open").at("10:00"),
                request("4").state("closed").at("11:00"),
                request("5").merged("a5"));

        // Then
        assertThat(story.missing(Gap.REQUEST_OPEN)).isEqualTo(3);
    }

    @Test
    void aRequestThatHasLandedIsOpenNoMoreThoughNobodySaidSo() {
        // Given
        Story story = Story.of(request("1"), request("2"));

        // When
        story.then(landed(commit("a1").names("1")));

        // Then
        assertThat(story.missing(Gap.REQUEST_OPEN)).isEqualTo(1);
    }

    @Test
    void whatIsKnownOfARequestByItsNameOnlyIsNotOpen() {
        // When
        Story story = Story.of(landed(commit("a1").names("1")));

        // Then
        assertThat(story.missing(Gap.REQUEST_OPEN)).isZero();
    }

    @Test
    void aRequestThatTurnsOutToCarryOthersIsNoOpenChange() {
        // Given
        Story story = Story.of(request("3").from("develop").into("main").head("f1"));
        assertThat(story.missing(Gap.REQUEST_OPEN)).isEqualTo(1);

        // When
        story.then(request("1").from("feature").into("develop").head("f1").merged("m1"));

        // Then
        assertThat(story.missing(Gap.REQUEST_OPEN)).isZero();
    }

    @Test
    void anIncidentIsOpenUntilItsLastSnapshotSaysOtherwise() {
        // Given
        Story story = Story.of(incident("I1"), incident("I2").at("10:00").resolved("09:30"), incident("I3"));
        assertThat(story.missing(Gap.INCIDENT_OPEN)).isEqualTo(2);

        // When
        story.then(incident("I1").at("09:30").resolved(null), incident("I2").at("11:00"));

        // Then
        assertThat(story.missing(Gap.INCIDENT_OPEN)).isEqualTo(2);
    }

    @Test
    void anOpenIncidentMayAlsoLackItsDeploy() {
        // Given
        Story story = Story.of(incident("I1").blames("D1"));
        assertThat(story.missing(Gap.INCIDENT_UNATTRIBUTED)).isEqualTo(1);

        // When
        story.then(deploy("D1", "a1"));

        // Then
        assertThat(story.missing(Gap.INCIDENT_UNATTRIBUTED)).isZero();
        assertThat(story.missing(Gap.INCIDENT_OPEN)).isEqualTo(1);
    }
}
