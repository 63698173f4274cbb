package dev.streamgauge.connectors.providers.gitlab;

import static dev.streamgauge.connectors.providers.kit.Door.at;
import static dev.streamgauge.connectors.providers.kit.Door.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabDeploysTest {

    private static final Body DEPLOYMENT = Body.of("gitlab/deployment.json");
    private static final Body PIPELINE = Body.of("gitlab/pipeline.json");
    private static final Body INCIDENT = Body.of("gitlab/incident.json");

    private static DeployChanged deploy(Body body) {
        return Hooks.only(body, DeployChanged.class);
    }

    private static IncidentChanged incident(Body body) {
        return Hooks.only(body, IncidentChanged.class);
    }

    private static Body answer() {
        return Body.empty()
                .with("id", 77)
                .with("status", "success")
                .with("sha", sha('3'))
                .with("created_at", "2026-03-02T09:41:01.000Z")
                .with("updated_at", "2026-03-02T09:50:01.000Z")
                .with("environment.name", "production")
                .with("deployable.id", 7002)
                .with("deployable.started_at", "2026-03-02T09:45:00.000Z")
                .with("deployable.finished_at", "2026-03-02T09:50:00.000Z");
    }

    @Test
    void aDeploymentIsADeployOfTheWholeHash() {
        // When
        DeployChanged deploy = deploy(DEPLOYMENT);

        // Then
        assertThat(deploy.getRepository()).isEqualTo("gitlab.example.org/acme/shop");
        assertThat(deploy.getDeployId()).isEqualTo("7002");
        assertThat(deploy.getEnvironment()).isEqualTo("production");
        assertThat(deploy.getService()).isNull();
        assertThat(deploy.getSha()).isEqualTo(sha('3'));
        assertThat(deploy.getState()).isEqualTo("finished");
        assertThat(deploy.getOutcome()).isEqualTo("success");
        assertThat(deploy.getFinishedAt()).isEqualTo(at("09:50:00"));
        assertThat(deploy.getStartedAt()).isNull();
    }

    @Test
    void aDeploymentThatRunsSaysWhenItBegan() {
        // When
        DeployChanged deploy = deploy(DEPLOYMENT.with("status", "running"));

        // Then
        assertThat(deploy.getState()).isEqualTo("running");
        assertThat(deploy.getStartedAt()).isEqualTo(at("09:50:00"));
        assertThat(deploy.getFinishedAt()).isNull();
    }

    @Test
    void aBlockedDeploymentWaitsForApproval() {
        // When
        DeployChanged deploy = deploy(DEPLOYMENT.with("status", "blocked"));

        // Then
        assertThat(deploy.getState()).isEqualTo("waiting");
        assertThat(deploy.getApprovalRequestedAt()).isEqualTo(at("09:50:00"));
    }

    @ParameterizedTest
    @CsvSource({"success, success", "failed, failure", "canceled, cancelled"})
    void aDeploymentEndsWithAnOutcome(String status, String outcome) {
        // When
        DeployChanged deploy = deploy(DEPLOYMENT.with("status", status));

        // Then
        assertThat(deploy.getOutcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "skipped"})
    void aDeploymentThatHasNotBegunIsIgnored(String status) {
        // When
        String kind = Hooks.kind(DEPLOYMENT.with("status", status));

        // Then
        assertThat(kind).isEqualTo("ignored: deployment");
    }

    @Test
    void aDeploymentWithoutAJobHasAnIdOfItsOwn() {
        // When
        DeployChanged deploy = deploy(DEPLOYMENT.with("deployable_id", null).with("deployable_url", null));

        // Then
        assertThat(deploy.getDeployId()).isEqualTo("deployment-77");
        assertThat(deploy.getUrl()).isNull();
    }

    @Test
    void aDeploymentWithoutAWholeHashIsAMistake() {
        // When
        String kind =
                Hooks.kind(DEPLOYMENT.with("commit_url", "https://gitlab.example.org/acme/shop/-/commit/33333333"));

        // Then
        assertThat(kind).isEqualTo("unmappable: bad_value");
    }

    @Test
    void aJobThatDeploysTellsOfTheSameDeployWithItsStart() {
        // When
        List<DeployChanged> deploys = Hooks.events(PIPELINE, DeployChanged.class);

        // Then
        assertThat(deploys).hasSize(1);
        DeployChanged deploy = deploys.get(0);
        assertThat(deploy.getDeployId()).isEqualTo(deploy(DEPLOYMENT).getDeployId());
        assertThat(deploy.getEnvironment()).isEqualTo("production");
        assertThat(deploy.getSha()).isEqualTo(sha('3'));
        assertThat(deploy.getStartedAt()).isEqualTo(at("09:45:00"));
        assertThat(deploy.getFinishedAt()).isEqualTo(at("09:50:00"));
        assertThat(deploy.getOutcome()).isEqualTo("success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "prepare", "verify", "access"})
    void aJobThatDoesSomethingElseWithAnEnvironmentIsNoDeploy(String action) {
        // When
        List<DeployChanged> deploys =
                Hooks.events(PIPELINE.with("builds.1.environment.action", action), DeployChanged.class);

        // Then
        assertThat(deploys).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manual", "created", "pending", "skipped"})
    void aJobThatNobodyHasStartedDeploysNothing(String status) {
        // When
        List<DeployChanged> deploys = Hooks.events(PIPELINE.with("builds.1.status", status), DeployChanged.class);

        // Then
        assertThat(deploys).isEmpty();
    }

    @Test
    void aJobThatWasCancelledBeforeItRanDeployedNothing() {
        // When
        List<DeployChanged> deploys = Hooks.events(
                PIPELINE.with("builds.1.status", "canceled").with("builds.1.started_at", null), DeployChanged.class);

        // Then
        assertThat(deploys).isEmpty();
    }

    @Test
    void theApiTellsTheSameDeploy() throws UnmappableException {
        // When
        DeployChanged deploy = Deployments.of(answer().json(), Hooks.project());

        // Then
        DeployChanged job = Hooks.events(PIPELINE, DeployChanged.class).get(0);
        assertThat(deploy.getDeployId()).isEqualTo(job.getDeployId());
        assertThat(deploy.getSha()).isEqualTo(job.getSha());
        assertThat(deploy.getEnvironment()).isEqualTo(job.getEnvironment());
        assertThat(deploy.getCreatedAt()).isEqualTo(job.getCreatedAt());
        assertThat(deploy.getStartedAt()).isEqualTo(job.getStartedAt());
        assertThat(deploy.getFinishedAt()).isEqualTo(job.getFinishedAt());
    }

    @Test
    void aDeploymentThatWasToldToTheApiEndedWhenItWasLastTouched() throws UnmappableException {
        // When
        DeployChanged deploy = Deployments.of(answer().with("deployable", null).json(), Hooks.project());

        // Then
        assertThat(deploy.getDeployId()).isEqualTo("deployment-77");
        assertThat(deploy.getFinishedAt()).isEqualTo(at("09:50:01"));
        assertThat(deploy.getStartedAt()).isNull();
    }

    @Test
    void anIncidentIsOneWhileItIsOpen() {
        // When
        IncidentChanged incident = incident(INCIDENT);

        // Then
        assertThat(incident.getRepository()).isEqualTo("gitlab.example.org/acme/shop");
        assertThat(incident.getIncidentId()).isEqualTo("23");
        assertThat(incident.getState()).isEqualTo("open");
        assertThat(incident.getSeverity()).isEqualTo("critical");
        assertThat(incident.getOpenedAt()).isEqualTo(at("10:00:00"));
        assertThat(incident.getResolvedAt()).isNull();
        assertThat(incident.getTitle()).isEqualTo("Carts are empty");
        assertThat(incident.getUrl()).isEqualTo("https://gitlab.example.org/acme/shop/-/issues/23");
    }

    @Test
    void aClosedIncidentIsResolved() {
        // When
        IncidentChanged incident = incident(INCIDENT.with("object_attributes.state", "closed")
                .with("object_attributes.closed_at", "2026-03-02 11:00:00 UTC")
                .with("object_attributes.updated_at", "2026-03-02 11:00:01 UTC"));

        // Then
        assertThat(incident.getState()).isEqualTo("resolved");
        assertThat(incident.getResolvedAt()).isEqualTo(at("11:00:00"));
        assertThat(incident.getOccurredAt()).isEqualTo(at("11:00:01"));
    }

    @Test
    void theTitleOfAConfidentialIncidentIsWithheld() {
        // When
        IncidentChanged incident = incident(INCIDENT.with("object_attributes.confidential", true));

        // Then
        assertThat(incident.getTitle()).isNull();
    }

    @Test
    void anIssueWithTheLabelOfIncidentsIsOne() {
        // When
        String kind = Hooks.kind(INCIDENT.with("object_kind", "issue")
                .with("object_attributes.type", "Issue")
                .without("object_attributes.escalation_status")
                .with("object_attributes.labels", List.of(Map.of("title", "incident"))));

        // Then
        assertThat(kind).isEqualTo("IncidentChanged");
    }

    @Test
    void anyOtherIssueIsIgnored() {
        // When
        String kind = Hooks.kind(INCIDENT.with("object_kind", "issue")
                .with("object_attributes.type", "Issue")
                .without("object_attributes.escalation_status"));

        // Then
        assertThat(kind).isEqualTo("ignored: issue");
    }
}
