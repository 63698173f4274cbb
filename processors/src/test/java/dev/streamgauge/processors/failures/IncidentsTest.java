package dev.streamgauge.processors.failures;

import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.incident;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.completeness.Gap;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.testkit.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IncidentsTest {

    private static final Definitions HALF_AN_HOUR = new Definitions(
            Definitions.DEFAULT.production(),
            Definitions.DEFAULT.required(),
            Duration.ofMinutes(30),
            Definitions.DEFAULT.baseline(),
            Definitions.DEFAULT.profiles());

    private static Story twoReleases() {
        return Story.of(deploy("D1", "v1").at("09:10"), deploy("D2", "v2").at("09:20"));
    }

    @Test
    void anIncidentMayNameItsDeploy() {
        // Given
        Story story = twoReleases();

        // When
        story.then(incident("I1").at("09:30").blames("D1"));

        // Then
        assertThat(Told.incidents(story)).containsExactly("I1 open 09:30 incident_deploy: shop/production/D1");
        assertThat(Told.deploys(story)).containsExactly("D1 release, failed by incident_deploy (I1)", "D2 release");
    }

    @Test
    void aDeployThatWentToSeveralLanesIsNamedInEach() {
        // Given
        Story story = twoReleases()
                .then(
                        deploy("D2", "v2").to("shop", "staging").at("09:15"),
                        deploy("D2", "v2").to("worker", "production").at("09:25"));

        // When
        story.then(
                incident("I1").at("09:30").blames("D2"),
                incident("I2").at("09:30").blames("D2").hits(null, "production"));

        // Then
        assertThat(Told.incidents(story))
                .containsExactly(
                        "I1 open 09:30 incident_deploy: shop/production/D2 shop/staging/D2 worker/production/D2",
                        "I2 open 09:30 incident_deploy: shop/production/D2 worker/production/D2");
    }

    @Test
    void theFirstSuccessfulAttemptOfANamedDeployIsMeant() {
        // Given
        Story story = Story.of(
                deploy("D1", "v1").outcome("failure").at("09:10"),
                deploy("D1", "v1").attempt(3).at("09:30"),
                deploy("D1", "v1").attempt(2).at("09:20"));

        // When
        story.then(incident("I1").at("09:40").blames("D1"));

        // Then
        assertThat(story.rows(Failures.INCIDENTS))
                .allSatisfy(told -> assertThat(told.deploys().get(0).attempt()).isEqualTo(2));
    }

    @Test
    void anIncidentMayComeBeforeItsDeploy() {
        // Given
        Story story = Story.of(incident("I1").at("09:30").blames("D2"));
        assertThat(Told.incidents(story)).containsExactly("I1 open 09:30 unattributed");
        assertThat(story.missing(Gap.INCIDENT_UNATTRIBUTED)).isEqualTo(1);

        // When
        story.then(deploy("D2", "v2").at("09:20"));

        // Then
        assertThat(Told.incidents(story)).containsExactly("I1 open 09:30 incident_deploy: shop/production/D2");
        assertThat(story.missing(Gap.INCIDENT_UNATTRIBUTED)).isZero();
    }

    @Test
    void anIncidentMayNameACommitThatRanInProduction() {
        // Given
        Story story = twoReleases()
                .then(
                        deploy("S1", "v1").to("shop", "staging").at("09:00"),
                        deploy("D3", "v1").at("09:30"));

        // When
        story.then(
                incident("I1").at("09:40").sha("v1"),
                incident("I2").at("09:40").sha("v1").hits("shop", "staging"));

        // Then
        assertThat(Told.incidents(story))
                .containsExactly(
                        "I1 open 09:40 incident_sha: shop/production/D1",
                        "I2 open 09:40 incident_sha: shop/staging/S1");
    }

    @Test
    void anIncidentThatNamesAServiceIsPutDownToItsLastDeployment() {
        // Given
        Story story = twoReleases().then(deploy("D3", "v2").at("09:25"));

        // When
        story.then(
                incident("I1").at("09:30").opened("09:19").hits("shop", null),
                incident("I2").at("09:30").opened("09:20").hits("shop", null),
                incident("I3").at("09:30").hits(null, "production"),
                incident("I4").at("09:09").hits("shop", "production"));

        // Then
        assertThat(Told.incidents(story))
                .containsExactly(
                        "I1 open 09:19 incident_service: shop/production/D1",
                        "I2 open 09:20 incident_service: shop/production/D2",
                        "I3 open 09:30 incident_service: shop/production/D2",
                        "I4 open 09:09 unattributed");
    }

    @Test
    void aDeployThatArrivesLateTakesAnIncidentFromAnother() {
        // Given
        Story story = twoReleases().then(incident("I1").at("09:30").hits("shop", null));
        assertThat(Told.deploys(story)).contains("D2 release, failed by incident_service (I1)");

        // When
        story.then(deploy("D3", "v3").at("09:29"));

        // Then
        assertThat(Told.deploys(story))
                .containsExactly("D1 release", "D2 release", "D3 release, failed by incident_service (I1)");
    }

    @Test
    void anIncidentThatNamesNothingIsPutDownToNothing() {
        // Given
        Story story = twoReleases();

        // When
        story.then(incident("I1").at("09:30"));

        // Then
        assertThat(Told.incidents(story)).containsExactly("I1 open 09:30 unattributed");
    }

    @Test
    void unlessNearnessInTimeIsToCount() {
        // Given
        Story story = Story.under(HALF_AN_HOUR).then(deploy("D1", "v1").at("09:10"));

        // When
        story.then(
                incident("I1").at("09:40"),
                incident("I2").at("09:40:00.001"),
                incident("I3").at("09:20").hits("other", null));

        // Then
        assertThat(Told.incidents(story))
                .containsExactly(
                        "I1 open 09:40 window: shop/production/D1",
                        "I2 open 09:40 unattributed",
                        "I3 open 09:20 unattributed");
    }

    @Test
    void anIncidentThatIsResolvedEndsTheFailure() {
        // Given
        Story story = twoReleases().then(incident("I1").at("09:30").blames("D2"));

        // When
        story.then(incident("I1").at("09:50").resolved("09:45"));

        // Then
        assertThat(Told.deploys(story))
                .contains("D2 release, failed by incident_deploy (I1), recovered by incident_resolved 09:45");
    }

    @Test
    void aFailureIsOverWithTheLastOfItsIncidents() {
        // Given
        Story story = twoReleases()
                .then(
                        incident("I1").at("09:50").blames("D2").resolved("09:45"),
                        incident("I2").at("09:40").sha("v2"));
        assertThat(Told.deploys(story)).contains("D2 release, failed by incident_deploy incident_sha (I1 I2)");

        // When
        story.then(incident("I2").at("09:55").resolved(null));

        // Then
        assertThat(Told.deploys(story))
                .contains("D2 release, failed by incident_deploy incident_sha (I1 I2),"
                        + " recovered by incident_resolved 09:55");
    }

    @Test
    void anIncidentMayBeReopened() {
        // Given
        Story story = twoReleases().then(incident("I1").at("09:50").blames("D2").resolved("09:45"));

        // When
        story.then(incident("I1").at("10:00"));

        // Then
        assertThat(Told.incidents(story)).containsExactly("I1 open 09:50 incident_deploy: shop/production/D2");
        assertThat(Told.deploys(story)).contains("D2 release, failed by incident_deploy (I1)");
    }

    @Test
    void aDeployThatRemediesPrevailsOverTheEndOfAnIncident() {
        // Given
        Story story = twoReleases().then(incident("I1").at("09:50").blames("D2").resolved("09:25"));

        // When
        story.then(deploy("D3", "v1").at("09:40"));

        // Then
        assertThat(Told.deploys(story))
                .contains("D2 release, failed by incident_deploy rollback (I1), recovered by rollback D3 09:40");
    }
}
