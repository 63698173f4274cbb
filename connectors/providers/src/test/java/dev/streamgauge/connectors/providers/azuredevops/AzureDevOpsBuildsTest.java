package dev.streamgauge.connectors.providers.azuredevops;

import static dev.streamgauge.connectors.providers.kit.Door.at;
import static dev.streamgauge.connectors.providers.kit.Door.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.DeployChanged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureDevOpsBuildsTest {

    private static final String REPOSITORY = "dev.azure.com/acme/web-20shop/_git/shop";
    private static final Door DOOR = new Door(new AzureDevOpsProvider(), Map.of(), DoorRules.usual());
    private static final Body BUILD = Body.of("azure-devops/build.json");
    private static final Body RUN = Body.of("azure-devops/run.json");
    private static final Body DEPLOYMENT = Body.of("azure-devops/deployment.json");

    private static BuildChanged build(Body body) {
        return DOOR.only(body, BuildChanged.class);
    }

    private static DoorRules place(String match) {
        return DoorRules.read(
                "doors.yaml",
                "places:\n  - {from: azure-devops, match: %s, repository: %s, service: cart, environment: production}\n"
                        .formatted(match, REPOSITORY));
    }

    @Test
    void aCompleteBuildIsAWholeRun() {
        // When
        BuildChanged build = build(BUILD);

        // Then
        assertThat(build.getRepository()).isEqualTo(REPOSITORY);
        assertThat(build.getRunId()).isEqualTo("2727068");
        assertThat(build.getWorkflow()).isEqualTo("shop-ci");
        assertThat(build.getTrigger()).isEqualTo("push");
        assertThat(build.getBranch()).isEqualTo("main");
        assertThat(build.getSha()).isEqualTo(sha('3'));
        assertThat(build.getOutcome()).isEqualTo("success");
        assertThat(build.getQueuedAt()).isEqualTo(at("09:41:00"));
        assertThat(build.getStartedAt()).isEqualTo(at("09:41:30"));
        assertThat(build.getFinishedAt()).isEqualTo(at("09:50:00"));
    }

    @Test
    void theFirstVersionOfTheHookIsReadAsWell() {
        // When
        BuildChanged build = build(BUILD.without("resource.result")
                .without("resource.sourceBranch")
                .without("resource.sourceVersion")
                .with("resource.status", "stopped")
                .with("resource.sourceGetVersion", "LG:refs/heads/main:" + sha('3')));

        // Then
        assertThat(build.getOutcome()).isEqualTo("cancelled");
        assertThat(build.getBranch()).isEqualTo("main");
        assertThat(build.getSha()).isEqualTo(sha('3'));
    }

    @ParameterizedTest
    @CsvSource({
        "individualCI, refs/heads/main, push",
        "batchedCI, refs/heads/main, push",
        "schedule, refs/heads/main, schedule",
        "manual, refs/heads/main, manual",
        "buildCompletion, refs/heads/main, other",
        "pullRequest, refs/pull/142/merge, pull_request"
    })
    void theReasonIsTheTrigger(String reason, String ref, String trigger) {
        // When
        BuildChanged build = build(BUILD.with("resource.reason", reason).with("resource.sourceBranch", ref));

        // Then
        assertThat(build.getTrigger()).isEqualTo(trigger);
        assertThat(build.getRequest()).isEqualTo(ref.contains("pull") ? "142" : null);
    }

    @Test
    void aBuildOfARepositoryElsewhereIsThere() {
        // When
        BuildChanged build = build(BUILD.with("resource.repository", Map.of("type", "GitHub", "id", "Acme/Shop")));

        // Then
        assertThat(build.getRepository()).isEqualTo("github.com/acme/shop");
    }

    @Test
    void aBuildWhoseRepositoryIsNotToldIsWhereItsPipelineIsConfigured() {
        // Given
        Body bare = BUILD.without("resource.repository");

        // When
        String kind = DOOR.kind(bare);

        // Then
        assertThat(kind).isEqualTo("unmappable: missing_field");
        assertThat(DOOR.with(place("shop-ci")).only(bare, BuildChanged.class).getRepository())
                .isEqualTo(REPOSITORY);
    }

    @Test
    void aRunThatBeginsIsTheSameBuild() {
        // When
        BuildChanged run = build(RUN);

        // Then
        BuildChanged build = build(BUILD);
        assertThat(run.getState()).isEqualTo("running");
        assertThat(List.of(run.getRepository(), run.getRunId(), run.getWorkflow(), run.getSha(), run.getBranch()))
                .containsExactly(
                        build.getRepository(),
                        build.getRunId(),
                        build.getWorkflow(),
                        build.getSha(),
                        build.getBranch());
        assertThat(run.getQueuedAt()).isEqualTo(build.getQueuedAt());
        assertThat(run.getTrigger()).isEqualTo("push");
    }

    @ParameterizedTest
    @CsvSource({"succeeded, success", "failed, failure", "canceled, cancelled"})
    void aRunThatIsCompleteHasAnOutcome(String result, String outcome) {
        // When
        BuildChanged run = build(RUN.with("resource.run.state", "completed").with("resource.run.result", result));

        // Then
        assertThat(run.getState()).isEqualTo("finished");
        assertThat(run.getOutcome()).isEqualTo(outcome);
    }

    @Test
    void aDeploymentOfAReleaseIsADeployOfItsPrimaryArtifact() {
        // When
        DeployChanged deploy = DOOR.with(place("shop-cd")).only(DEPLOYMENT, DeployChanged.class);

        // Then
        assertThat(deploy.getRepository()).isEqualTo(REPOSITORY);
        assertThat(deploy.getService()).isEqualTo("cart");
        assertThat(deploy.getEnvironment()).isEqualTo("production");
        assertThat(deploy.getDeployId()).isEqualTo("71");
        assertThat(deploy.getSha()).isEqualTo(sha('3'));
        assertThat(deploy.getOutcome()).isEqualTo("success");
        assertThat(deploy.getCreatedAt()).isEqualTo(at("09:51:00"));
        assertThat(deploy.getStartedAt()).isEqualTo(at("09:52:00"));
        assertThat(deploy.getFinishedAt()).isEqualTo(at("09:55:00"));
    }

    @Test
    void aDeploymentIsOfTheRepositoryThatItsArtifactNames() {
        // When
        DeployChanged deploy = DOOR.only(DEPLOYMENT, DeployChanged.class);

        // Then
        assertThat(deploy.getRepository()).isEqualTo(REPOSITORY);
        assertThat(deploy.getService()).isNull();
    }
}
