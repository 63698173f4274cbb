package dev.streamgauge.connectors.providers.gitlab;

import static dev.streamgauge.connectors.providers.kit.Door.at;
import static dev.streamgauge.connectors.providers.kit.Door.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.events.v1.BuildChanged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitLabPipelinesTest {

    private static final Body PIPELINE = Body.of("gitlab/pipeline.json");

    private static BuildChanged run(Body body) {
        return Hooks.events(body, BuildChanged.class).get(0);
    }

    private static BuildChanged asked(Body pipeline) throws UnmappableException {
        return Pipelines.of(pipeline.json(), Run.ofPipeline(pipeline.json(), Hooks.project()), List.of());
    }

    @Test
    void aPipelineIsAWholeRun() {
        // When
        BuildChanged run = run(PIPELINE);

        // Then
        assertThat(run.getRepository()).isEqualTo("gitlab.example.org/acme/shop");
        assertThat(run.getRunId()).isEqualTo("500");
        assertThat(run.getAttempt()).isEqualTo(1);
        assertThat(run.getJob()).isNull();
        assertThat(run.getWorkflow()).isEqualTo("pipeline");
        assertThat(run.getTrigger()).isEqualTo("push");
        assertThat(run.getBranch()).isEqualTo("main");
        assertThat(run.getDefaultBranch()).isEqualTo("main");
        assertThat(run.getSha()).isEqualTo(sha('3'));
        assertThat(run.getState()).isEqualTo("finished");
        assertThat(run.getOutcome()).isEqualTo("success");
        assertThat(run.getQueuedAt()).isEqualTo(at("09:41:00"));
        assertThat(run.getStartedAt()).isEqualTo(at("09:41:20"));
        assertThat(run.getFinishedAt()).isEqualTo(at("09:50:00"));
        assertThat(run.getOccurredAt()).isEqualTo(at("09:50:00"));
        assertThat(run.getUrl()).isEqualTo("https://gitlab.example.org/acme/shop/-/pipelines/500");
    }

    @ParameterizedTest
    @CsvSource({
        "created, queued,",
        "waiting_for_resource, queued,",
        "preparing, queued,",
        "pending, queued,",
        "scheduled, queued,",
        "manual, waiting,",
        "running, running,",
        "canceling, running,",
        "success, finished, success",
        "failed, finished, failure",
        "canceled, finished, cancelled",
        "skipped, finished, skipped"
    })
    void eachStatusIsOneOfOurs(String status, String state, String outcome) {
        // When
        BuildChanged run = run(PIPELINE.with("object_attributes.status", status));

        // Then
        assertThat(run.getState()).isEqualTo(state);
        assertThat(run.getOutcome()).isEqualTo(outcome);
        assertThat(run.getFinishedAt()).isEqualTo(outcome == null ? null : at("09:50:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "push, push",
        "schedule, schedule",
        "merge_request_event, pull_request",
        "external_pull_request_event, pull_request",
        "web, manual",
        "chat, manual",
        "webide, manual",
        "parent_pipeline, other",
        "pipeline, other",
        "api, other",
        "trigger, other",
        "a_new_one, other"
    })
    void theSourceIsTheTrigger(String source, String trigger) {
        // When
        BuildChanged run = run(PIPELINE.with("object_attributes.source", source));

        // Then
        assertThat(run.getTrigger()).isEqualTo(trigger);
    }

    @Test
    void aNightlyRunIsAWorkflowOfItsOwn() {
        // When
        BuildChanged run = run(PIPELINE.with("object_attributes.source", "schedule"));

        // Then
        assertThat(run.getWorkflow()).isEqualTo("scheduled pipeline");
    }

    @Test
    void aPipelineOfARequestRunsForItsSourceBranch() {
        // When
        BuildChanged run = run(PIPELINE.with("object_attributes.source", "merge_request_event")
                .with("object_attributes.ref", "main")
                .with("merge_request", Map.of("iid", 142, "source_branch", "count", "target_branch", "main")));

        // Then
        assertThat(run.getTrigger()).isEqualTo("pull_request");
        assertThat(run.getBranch()).isEqualTo("count");
        assertThat(run.getRequest()).isEqualTo("142");
    }

    @ParameterizedTest
    @CsvSource({
        "refs/merge-requests/142/head, pull_request",
        "refs/merge-requests/142/merge, pull_request",
        "refs/merge-requests/142/train, merge_group"
    })
    void theRefOfTheApiTellsAMergeTrain(String ref, String trigger) throws UnmappableException {
        // Given
        Body answer = Body.of(PIPELINE.bytes())
                .with("id", 500)
                .with("sha", sha('3'))
                .with("status", "running")
                .with("source", "merge_request_event")
                .with("ref", ref)
                .with("created_at", "2026-03-02T09:41:00.000Z");

        // When
        BuildChanged run = asked(answer);

        // Then
        assertThat(run.getTrigger()).isEqualTo(trigger);
        assertThat(run.getRequest()).isEqualTo("142");
        assertThat(run.getBranch()).isNull();
    }

    @Test
    void aPipelineOfATagIsOfNoBranch() {
        // When
        BuildChanged run = run(PIPELINE.with("object_attributes.tag", true).with("object_attributes.ref", "main"));

        // Then
        assertThat(run.getBranch()).isNull();
    }

    @Test
    void aPipelineInWhichOnlyTheRunnersFailedDidNotFailForTheChange() {
        // When
        BuildChanged run = run(PIPELINE.with("object_attributes.status", "failed")
                .with("builds.0.status", "failed")
                .with("builds.0.failure_reason", "runner_system_failure"));

        // Then
        assertThat(run.getOutcome()).isEqualTo("infrastructure_error");
    }

    @Test
    void aPipelineInWhichAlsoATestFailedIsAFailure() {
        // When
        BuildChanged run = run(PIPELINE.with("object_attributes.status", "failed")
                .with("builds.0.status", "failed")
                .with("builds.0.failure_reason", "runner_system_failure")
                .with("builds.1.status", "failed")
                .with("builds.1.failure_reason", "script_failure"));

        // Then
        assertThat(run.getOutcome()).isEqualTo("failure");
    }

    @Test
    void theHookAndTheApiAgreeAboutARun() throws UnmappableException {
        // Given
        Body answer = Body.empty()
                .with("id", 500)
                .with("iid", 12)
                .with("sha", sha('3'))
                .with("ref", "main")
                .with("status", "success")
                .with("source", "push")
                .with("created_at", "2026-03-02T09:41:00.000Z")
                .with("updated_at", "2026-03-02T09:50:00.000Z")
                .with("started_at", "2026-03-02T09:41:20.000Z")
                .with("finished_at", "2026-03-02T09:50:00.000Z")
                .with("web_url", "https://gitlab.example.org/acme/shop/-/pipelines/500");

        // When
        BuildChanged told = run(PIPELINE);

        // Then
        assertThat(Hooks.unstamped(told)).isEqualTo(Hooks.unstamped(asked(answer)));
    }
}
