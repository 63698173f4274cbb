package dev.streamgauge.connectors.providers.github;

import static dev.streamgauge.connectors.providers.github.Payload.C;
import static dev.streamgauge.connectors.providers.github.Payload.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubDeployTest {

    private static final Instant CREATED = Instant.parse("2026-03-02T09:10:00Z");
    private static final Instant STATUS = Instant.parse("2026-03-02T09:15:00Z");
    private static final String RELEASES =
            "repositories: [{match: '*', releases_are_deploys: {environment: production}}]";

    @Test
    void aDeploymentIsPending() {
        // When
        DeployChanged deploy = Payload.of("deployment").only(DeployChanged.class);

        // Then
        assertThat(deploy.getRepository()).isEqualTo(SHOP);
        assertThat(deploy.getDeployId()).isEqualTo("9100");
        assertThat(deploy.getEnvironment()).isEqualTo("production");
        assertThat(deploy.getService()).isNull();
        assertThat(deploy.getSha()).isEqualTo(C);
        assertThat(deploy.getState()).isEqualTo("pending");
        assertThat(deploy.getCreatedAt()).isEqualTo(CREATED).isEqualTo(deploy.getOccurredAt());
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource({
        "pending, pending, , , , ",
        "queued, pending, , , , ",
        "waiting, waiting, , true, , ",
        "in_progress, running, , , true, ",
        "success, finished, success, , , true",
        "failure, finished, failure, , , true",
        "error, finished, failure, , , true",
    })
    void aStatusIsAState(
            String status, String state, String outcome, Boolean requested, Boolean started, Boolean finished) {
        // When
        DeployChanged deploy = Payload.of("deployment_status")
                .with("deployment_status.state", status)
                .only(DeployChanged.class);

        // Then
        assertThat(deploy.getState()).isEqualTo(state);
        assertThat(deploy.getOutcome()).isEqualTo(outcome);
        assertThat(deploy.getOccurredAt()).isEqualTo(STATUS);
        assertThat(deploy.getCreatedAt()).isEqualTo(CREATED);
        assertThat(deploy.getApprovalRequestedAt()).isEqualTo(requested == null ? null : STATUS);
        assertThat(deploy.getStartedAt()).isEqualTo(started == null ? null : STATUS);
        assertThat(deploy.getFinishedAt()).isEqualTo(finished == null ? null : STATUS);
    }

    @Test
    void aDeploymentThatIsInactiveWasOnlyFollowedByAnother() {
        assertThat(Payload.of("deployment_status")
                        .with("deployment_status.state", "inactive")
                        .kind())
                .isEqualTo("ignored: deployment_status.inactive");
    }

    @Test
    void theServiceIsInThePayloadOrInTheRules() {
        // Given
        String places =
                "places: [{from: github, match: '%s:web-prod', repository: %s, service: web, environment: prod}]"
                        .formatted(SHOP, SHOP);
        Payload byRules = Payload.of("deployment").rules(places).with("deployment.environment", "web-prod");
        Payload byPayload = Payload.of("deployment").with("deployment.payload", Map.of("service", "api"));

        // Then
        assertThat(byRules.only(DeployChanged.class).getService()).isEqualTo("web");
        assertThat(byRules.only(DeployChanged.class).getEnvironment()).isEqualTo("prod");
        assertThat(byPayload.only(DeployChanged.class).getService()).isEqualTo("api");
    }

    @Test
    void aReleaseIsNoDeployUnlessTheRulesSaySo() {
        // Given
        Payload configured = Payload.of("release").rules(RELEASES);

        // When
        DeployChanged deploy = configured.only(DeployChanged.class);

        // Then
        assertThat(Payload.of("release").kind()).isEqualTo("ignored: release");
        assertThat(deploy.getDeployId()).isEqualTo("release:31");
        assertThat(deploy.getEnvironment()).isEqualTo("production");
        assertThat(deploy.getOutcome()).isEqualTo("success");
        assertThat(deploy.getFinishedAt()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void aReleaseOfABranchDoesNotNameItsCommit() {
        assertThat(Payload.of("release")
                        .rules(RELEASES)
                        .with("release.target_commitish", "main")
                        .kind())
                .isEqualTo("ignored: release.without_commit");
        assertThat(Payload.of("release")
                        .rules(RELEASES)
                        .with("release.prerelease", true)
                        .kind())
                .isEqualTo("ignored: release");
        assertThat(Payload.of("release")
                        .rules(RELEASES)
                        .with("action", "edited")
                        .kind())
                .isEqualTo("ignored: release");
    }

    @Test
    void anIssueWithTheLabelIsAnIncidentOfTheRepositorysService() {
        // When
        IncidentChanged incident = Payload.of("issues").only(IncidentChanged.class);

        // Then
        assertThat(incident.getIncidentId()).isEqualTo("150");
        assertThat(incident.getState()).isEqualTo("open");
        assertThat(incident.getSeverity()).isEqualTo("sev1");
        assertThat(incident.getService()).isEqualTo("shop");
        assertThat(incident.getOpenedAt()).isEqualTo(Instant.parse("2026-03-02T10:05:00Z"));
        assertThat(incident.getResolvedAt()).isNull();
        assertThat(incident.getTitle()).isEqualTo("Checkout is down");
    }

    @Test
    void labelsSayWhatAnIncidentConcerns() {
        // Given
        Payload payload =
                Payload.of("issues").with("issue.labels", List.of("incident", "environment:staging", "deploy:9100"));

        // When
        IncidentChanged incident = payload.only(IncidentChanged.class);

        // Then
        assertThat(incident.getService()).isNull();
        assertThat(incident.getEnvironment()).isEqualTo("staging");
        assertThat(incident.getDeployId()).isEqualTo("9100");
    }

    @Test
    void aClosedIssueIsResolvedWhenItWasClosed() {
        // Given
        Payload payload = Payload.of("issues")
                .with("action", "closed")
                .with("issue.state", "closed")
                .with("issue.closed_at", "2026-03-02T11:00:00Z");

        // When
        IncidentChanged incident = payload.only(IncidentChanged.class);

        // Then
        assertThat(incident.getState()).isEqualTo("resolved");
        assertThat(incident.getResolvedAt()).isEqualTo(Instant.parse("2026-03-02T11:00:00Z"));
    }

    @Test
    void anyOtherIssueIsIgnored() {
        assertThat(Payload.of("issues").with("issue.labels", List.of("bug")).kind())
                .isEqualTo("ignored: issues");
        assertThat(Payload.of("issues").with("action", "deleted").kind()).isEqualTo("ignored: issues");
    }
}
