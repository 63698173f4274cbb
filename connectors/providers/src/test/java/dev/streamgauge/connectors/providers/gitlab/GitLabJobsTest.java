package dev.streamgauge.connectors.providers.gitlab;

import static dev.streamgauge.connectors.providers.kit.Door.at;
import static dev.streamgauge.connectors.providers.kit.Door.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabJobsTest {

    private static final Body PIPELINE = Body.of("gitlab/pipeline.json");
    private static final Body JOB = Body.of("gitlab/job.json");

    private static List<BuildChanged> jobs(Body body) {
        List<BuildChanged> builds = Hooks.events(body, BuildChanged.class);
        return builds.subList(1, builds.size());
    }

    private static BuildChanged job(Body body) {
        return Hooks.only(body, BuildChanged.class);
    }

    @Test
    void theJobsOfAPipelineAreItsJobs() {
        // When
        List<BuildChanged> jobs = jobs(PIPELINE);

        // Then
        assertThat(jobs).extracting(BuildChanged::getJob).containsExactly("unit", "deploy-production", "undeploy");
        BuildChanged unit = jobs.get(0);
        assertThat(unit.getRunId()).isEqualTo("500");
        assertThat(unit.getOutcome()).isEqualTo("success");
        assertThat(unit.getQueuedAt()).isEqualTo(at("09:41:00"));
        assertThat(unit.getReadyAt()).isEqualTo(at("09:41:07.500"));
        assertThat(unit.getStartedAt()).isEqualTo(at("09:41:20"));
        assertThat(unit.getFinishedAt()).isEqualTo(at("09:44:00"));
        assertThat(unit.getRunnerLabels()).containsExactly("docker", "linux");
        assertThat(unit.getUrl()).isEqualTo("https://gitlab.example.org/acme/shop/-/jobs/7001");
    }

    @Test
    void aManualJobWaitsAtAGate() {
        // When
        BuildChanged manual = jobs(PIPELINE).get(2);

        // Then
        assertThat(manual.getState()).isEqualTo("waiting");
        assertThat(manual.getOutcome()).isNull();
        assertThat(manual.getStartedAt()).isNull();
        assertThat(manual.getApprovalRequestedAt()).isNull();
        assertThat(manual.getRunnerLabels()).isEmpty();
    }

    @Test
    void aJobThatWasMadeLaterIsARetryWhoseNumberThePipelineDoesNotTell() {
        // When
        List<BuildChanged> jobs = jobs(PIPELINE.with("builds.0.created_at", "2026-03-02 09:46:00 UTC"));

        // Then
        assertThat(jobs).extracting(BuildChanged::getJob).containsExactly("deploy-production", "undeploy");
    }

    @Test
    void aRunnerThatWasReadyBeforeTheJobIsARoundingError() {
        // When
        BuildChanged unit = jobs(PIPELINE.with("builds.0.queued_duration", 21)).get(0);

        // Then
        assertThat(unit.getReadyAt()).isEqualTo(at("09:41:00"));
    }

    @Test
    void aJobHookIsOneAttemptOfOneJob() {
        // When
        BuildChanged job = job(JOB);

        // Then
        assertThat(job.getRepository()).isEqualTo("gitlab.example.org/acme/shop");
        assertThat(job.getRunId()).isEqualTo("500");
        assertThat(job.getJob()).isEqualTo("unit");
        assertThat(job.getAttempt()).isEqualTo(2);
        assertThat(job.getSha()).isEqualTo(sha('3'));
        assertThat(job.getBranch()).isEqualTo("main");
        assertThat(job.getOutcome()).isEqualTo("failure");
        assertThat(job.getQueuedAt()).isEqualTo(at("09:51:00"));
        assertThat(job.getReadyAt()).isEqualTo(at("09:51:30"));
        assertThat(job.getStartedAt()).isEqualTo(at("09:52:00"));
        assertThat(job.getFinishedAt()).isEqualTo(at("09:53:00"));
        assertThat(job.getRunnerLabels()).containsExactly("docker", "linux");
    }

    @Test
    void aJobHookAndTheListOfThePipelineAgree() {
        // Given
        Body hook = JOB.with("retries_count", 0)
                .with("build_id", 7001)
                .with("build_status", "success")
                .with("build_created_at", "2026-03-02T09:41:00Z")
                .with("build_started_at", "2026-03-02T09:41:20Z")
                .with("build_finished_at", "2026-03-02T09:44:00Z")
                .with("build_queued_duration", 12.5)
                .with("project", Map.of("web_url", "https://gitlab.example.org/acme/shop", "default_branch", "main"));

        // When
        BuildChanged job = job(hook);

        // Then
        assertThat(Hooks.unstamped(job))
                .isEqualTo(Hooks.unstamped(jobs(PIPELINE).get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "script_failure, failure",
        "unknown_failure, failure",
        "job_execution_timeout, timed_out",
        "runner_system_failure, infrastructure_error",
        "stuck_or_timeout_failure, infrastructure_error",
        "no_matching_runner, infrastructure_error",
        "forward_deployment_failure, stale"
    })
    void theReasonOfAFailureIsItsOutcome(String reason, String outcome) {
        // When
        BuildChanged job = job(JOB.with("build_failure_reason", reason));

        // Then
        assertThat(job.getOutcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "running", "created"})
    void aReasonWithoutAFailureIsNone(String status) {
        // When
        BuildChanged job = job(JOB.with("build_status", status));

        // Then
        assertThat(job.getOutcome()).isEqualTo(status.equals("success") ? "success" : null);
    }

    @Test
    void aQueuedJobIsAsOldAsItsCreation() {
        // When
        BuildChanged job = job(JOB.with("build_status", "pending")
                .with("build_started_at", null)
                .with("build_finished_at", null));

        // Then
        assertThat(job.getState()).isEqualTo("queued");
        assertThat(job.getQueuedAt()).isEqualTo(at("09:51:00"));
        assertThat(job.getReadyAt()).isNull();
        assertThat(job.getOccurredAt()).isEqualTo(at("09:51:00"));
    }

    @Test
    void theApisJobAsksForItsTags() throws UnmappableException {
        // Given
        Body answer = Body.empty()
                .with("id", 7020)
                .with("name", "unit")
                .with("status", "running")
                .with("created_at", "2026-03-02T09:51:00.100Z")
                .with("started_at", "2026-03-02T09:52:00.100Z")
                .with("queued_duration", 0.5)
                .with("tag_list", List.of("gpu", "arm"));
        Run run = new Run(Hooks.project(), "500", sha('3'), "push", "main", null);

        // When
        BuildChanged job = Jobs.of(Job.of(answer.json()), run, 3);

        // Then
        assertThat(job.getAttempt()).isEqualTo(3);
        assertThat(job.getRunnerLabels()).containsExactly("arm", "gpu");
        assertThat(job.getReadyAt()).isEqualTo(Instant.parse("2026-03-02T09:51:59.600Z"));
    }

    @Test
    void aStatusThatIsNotKnownIsAMistakeWithItsPlace() {
        // When
        String kind = Hooks.kind(JOB.with("build_status", "levitating"));

        // Then
        assertThat(kind).isEqualTo("unmappable: bad_value");
    }
}
