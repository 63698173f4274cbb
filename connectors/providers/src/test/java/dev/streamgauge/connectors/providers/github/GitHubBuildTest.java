package dev.streamgauge.connectors.providers.github;

import static dev.streamgauge.connectors.providers.github.Payload.A;
import static dev.streamgauge.connectors.providers.github.Payload.C;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubBuildTest {

    private static final String QUEUE = "gh-readonly-queue/main/pr-142-" + A;

    @Test
    void aCompletedRunIsAFinishedBuild() {
        // When
        BuildChanged run = Payload.of("workflow_run").only(BuildChanged.class);

        // Then
        assertThat(run.getRunId()).isEqualTo("555");
        assertThat(run.getAttempt()).isEqualTo(1);
        assertThat(run.getJob()).isNull();
        assertThat(run.getWorkflow()).isEqualTo("CI");
        assertThat(run.getTrigger()).isEqualTo("push");
        assertThat(run.getBranch()).isEqualTo("main").isEqualTo(run.getDefaultBranch());
        assertThat(run.getHeadRepository()).isNull();
        assertThat(run.getSha()).isEqualTo(C);
        assertThat(run.getState()).isEqualTo("finished");
        assertThat(run.getOutcome()).isEqualTo("success");
        assertThat(run.getQueuedAt()).isEqualTo(at("09:00:05"));
        assertThat(run.getStartedAt()).isNull();
        assertThat(run.getFinishedAt()).isEqualTo(at("09:07:00")).isEqualTo(run.getOccurredAt());
    }

    @Test
    void aRunBeginsWhenItIsToldToBeInProgress() {
        // Given
        Payload payload = Payload.of("workflow_run")
                .with("action", "in_progress")
                .with("workflow_run.status", "in_progress")
                .with("workflow_run.conclusion", null);

        // When
        BuildChanged run = payload.only(BuildChanged.class);

        // Then
        assertThat(run.getState()).isEqualTo("running");
        assertThat(run.getStartedAt()).isEqualTo(at("09:07:00"));
        assertThat(run.getFinishedAt()).isNull();
    }

    @Test
    void aRerunIsQueuedWhenItIsAskedFor() {
        // Given
        Payload payload = Payload.of("workflow_run")
                .with("workflow_run.run_attempt", 2)
                .with("workflow_run.run_started_at", "2026-03-02T09:06:00Z");

        // When
        BuildChanged run = payload.only(BuildChanged.class);

        // Then
        assertThat(run.getAttempt()).isEqualTo(2);
        assertThat(run.getQueuedAt()).isEqualTo(at("09:06:00"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "requested, queued",
        "queued, queued",
        "pending, queued",
        "waiting, waiting",
        "in_progress, running",
    })
    void aRunHasAState(String status, String state) {
        // Given
        Payload payload = Payload.of("workflow_run")
                .with("action", "requested")
                .with("workflow_run.status", status)
                .with("workflow_run.conclusion", null);

        // Then
        assertThat(payload.only(BuildChanged.class).getState()).isEqualTo(state);
        assertThat(payload.only(BuildChanged.class).getStartedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failure",
                "timed_out",
                "startup_failure",
                "action_required",
                "cancelled",
                "stale",
                "neutral",
                "skipped"
            })
    void aConclusionIsAnOutcome(String conclusion) {
        assertThat(Payload.of("workflow_run")
                        .with("workflow_run.conclusion", conclusion)
                        .only(BuildChanged.class)
                        .getOutcome())
                .isEqualTo(conclusion);
    }

    @Test
    void aConclusionThatIsNotKnownWaitsForANewerMapper() {
        assertThat(Payload.of("workflow_run")
                        .with("workflow_run.conclusion", "exploded")
                        .kind())
                .isEqualTo("unmappable: bad_value");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "schedule, schedule",
        "pull_request_target, pull_request",
        "merge_group, merge_group",
        "workflow_dispatch, manual",
        "repository_dispatch, other",
        "dynamic, other",
    })
    void anEventIsATrigger(String event, String trigger) {
        assertThat(Payload.of("workflow_run")
                        .with("workflow_run.event", event)
                        .only(BuildChanged.class)
                        .getTrigger())
                .isEqualTo(trigger);
    }

    @Test
    void aRunOfARequestNamesItAndARunOfAPushDoesNot() {
        // Given
        List<Object> requests = List.of(request(9, "https://api.github.com/repos/bob/Shop"), request(142, null));

        // Then
        assertThat(Payload.of("workflow_run")
                        .with("workflow_run.event", "pull_request")
                        .with("workflow_run.pull_requests", requests)
                        .only(BuildChanged.class)
                        .getRequest())
                .isEqualTo("142");
        assertThat(Payload.of("workflow_run")
                        .with("workflow_run.pull_requests", requests)
                        .only(BuildChanged.class)
                        .getRequest())
                .isNull();
    }

    @Test
    void aRunOfTheMergeQueueNamesItsRequest() {
        // Given
        Payload payload = Payload.of("workflow_run")
                .with("workflow_run.event", "merge_group")
                .with("workflow_run.head_branch", QUEUE);

        // Then
        assertThat(payload.only(BuildChanged.class).getRequest()).isEqualTo("142");
    }

    @Test
    void aRunOfAForkNamesIt() {
        assertThat(Payload.of("workflow_run")
                        .with("workflow_run.head_repository.html_url", "https://github.com/Bob/Shop")
                        .only(BuildChanged.class)
                        .getHeadRepository())
                .isEqualTo("github.com/bob/shop");
    }

    @Test
    void aWorkflowThatNamesEachRunIsCalledAsItsFile() throws UnmappableException {
        // Given
        Payload payload = Payload.of("workflow_run")
                .with("workflow_run.name", "Add a cart")
                .with("workflow_run.path", ".github/workflows/ci.yml@refs/heads/main");
        Json run = payload.json().at("workflow_run");

        // Then
        assertThat(new GitHubRuns(payload.scene()).run(run, null).getWorkflow()).isEqualTo(".github/workflows/ci.yml");
        assertThat(payload.only(BuildChanged.class).getWorkflow()).isEqualTo("CI");
    }

    @Test
    void aCompletedJobHasItsOwnTimesAndRunner() {
        // When
        BuildChanged job = Payload.of("workflow_job").only(BuildChanged.class);

        // Then
        assertThat(job.getRunId()).isEqualTo("555");
        assertThat(job.getJob()).isEqualTo("test (17)");
        assertThat(job.getWorkflow()).isEqualTo("CI");
        assertThat(job.getRunnerLabels()).containsExactly("self-hosted", "ubuntu-24.04");
        assertThat(job.getQueuedAt()).isEqualTo(at("09:00:06"));
        assertThat(job.getStartedAt()).isEqualTo(at("09:01:00"));
        assertThat(job.getFinishedAt()).isEqualTo(at("09:06:30"));
        assertThat(job.getOccurredAt()).isEqualTo(at("09:06:30"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"queued, ", "waiting, 2026-03-02T09:00:06Z"})
    void aJobThatWaitsHasNotBegun(String status, Instant approvalRequested) {
        // Given
        Payload payload = Payload.of("workflow_job")
                .with("workflow_job.status", status)
                .with("workflow_job.conclusion", null)
                .with("workflow_job.completed_at", null)
                .with("workflow_job.started_at", "2026-03-02T09:00:06Z");

        // When
        BuildChanged job = payload.only(BuildChanged.class);

        // Then
        assertThat(job.getState()).isEqualTo(status);
        assertThat(job.getStartedAt()).isNull();
        assertThat(job.getApprovalRequestedAt()).isEqualTo(approvalRequested);
    }

    @Test
    void aJobThatNoRunnerTookNeverBegan() {
        // Given
        Payload cancelled = Payload.of("workflow_job")
                .with("workflow_job.conclusion", "cancelled")
                .with("workflow_job.runner_id", 0)
                .with("workflow_job.steps", List.of());
        Payload skipped = Payload.of("workflow_job").with("workflow_job.conclusion", "skipped");

        // Then
        assertThat(cancelled.only(BuildChanged.class).getStartedAt()).isNull();
        assertThat(skipped.only(BuildChanged.class).getStartedAt()).isNull();
    }

    @Test
    void aJobOfTheMergeQueueNamesItsRequest() {
        // When
        BuildChanged job = Payload.of("workflow_job")
                .with("workflow_job.head_branch", QUEUE)
                .only(BuildChanged.class);

        // Then
        assertThat(job.getTrigger()).isEqualTo("merge_group");
        assertThat(job.getRequest()).isEqualTo("142");
    }

    @Test
    void aJobThatIsAskedAboutWaitsAndGoesOnWhenItIsApproved() {
        // Given
        Payload approval = Payload.of("deployment_review")
                .with("action", "approved")
                .with("workflow_run.updated_at", "2026-03-02T09:20:00Z");

        // When
        BuildChanged requested = Payload.of("deployment_review").only(BuildChanged.class);
        BuildChanged approved = approval.only(BuildChanged.class);

        // Then
        assertThat(requested.getJob()).isEqualTo("deploy");
        assertThat(requested.getState()).isEqualTo("waiting");
        assertThat(requested.getApprovalRequestedAt()).isEqualTo(at("09:09:30"));
        assertThat(approved.getState()).isEqualTo("queued");
        assertThat(approved.getApprovedAt()).isEqualTo(at("09:20:00"));
        assertThat(Payload.of("deployment_review").with("action", "rejected").kind())
                .isEqualTo("ignored: deployment_review");
    }

    @Test
    void aCheckOfAnotherAppIsARunOfItsOwn() {
        // When
        BuildChanged check = Payload.of("check_run").only(BuildChanged.class);

        // Then
        assertThat(check.getRunId()).isEqualTo("check_run:88");
        assertThat(check.getJob()).isNull();
        assertThat(check.getWorkflow()).isEqualTo("acme-ci/build");
        assertThat(check.getTrigger()).isEqualTo("push");
        assertThat(check.getBranch()).isEqualTo("main");
        assertThat(check.getOutcome()).isEqualTo("failure");
        assertThat(check.getQueuedAt()).isNull();
        assertThat(check.getStartedAt()).isEqualTo(at("09:01:00"));
        assertThat(check.getFinishedAt()).isEqualTo(at("09:04:00"));
    }

    @Test
    void aCheckOfAForkOrOfARequestIsNotOfMain() {
        // Given
        Payload fork = Payload.of("check_run").with("check_run.check_suite.head_branch", null);
        Payload request = Payload.of("check_run")
                .with("check_run.check_suite.head_branch", "cart")
                .with("check_run.pull_requests", List.of(request(142, null)));

        // Then
        assertThat(fork.only(BuildChanged.class).getTrigger()).isEqualTo("pull_request");
        assertThat(request.only(BuildChanged.class).getTrigger()).isEqualTo("pull_request");
        assertThat(request.only(BuildChanged.class).getRequest()).isEqualTo("142");
    }

    @Test
    void aCheckOfActionsIsTheJobThatIsToldApart() {
        assertThat(Payload.of("check_run")
                        .with("check_run.app.slug", "github-actions")
                        .kind())
                .isEqualTo("ignored: check_run.github-actions");
    }

    private static Object request(int number, String target) {
        String url = target == null ? "https://api.github.com/repos/Acme/Shop" : target;
        return Map.of("number", number, "base", Map.of("repo", Map.of("url", url)));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }
}
