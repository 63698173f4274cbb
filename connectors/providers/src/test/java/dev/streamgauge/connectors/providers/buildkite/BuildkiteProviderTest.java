package dev.streamgauge.connectors.providers.buildkite;

import static dev.streamgauge.connectors.providers.kit.Door.SHA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.events.v1.BuildChanged;
import org.junit.jupiter.api.Test;

class BuildkiteProviderTest {

    private static final Door DOOR = Door.of(new BuildkiteProvider());

    @Test
    void aFinishedBuildIsAFinishedRun() {
        // When
        BuildChanged build = build(DOOR.text("build"));

        // Then
        assertThat(build.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(build.getRunId()).isEqualTo("0199a0c4-5e1b-4f0a-8c63-000000000001");
        assertThat(build.getWorkflow()).isEqualTo("shop");
        assertThat(build.getSha()).isEqualTo(SHA);
        assertThat(build.getTrigger()).isEqualTo("push");
        assertThat(build.getDefaultBranch()).isEqualTo("main");
        assertThat(build.getState()).isEqualTo("finished");
        assertThat(build.getOutcome()).isEqualTo("success");
        assertThat(build.getQueuedAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(build.getReadyAt()).isEqualTo("2026-03-01T10:00:01Z");
        assertThat(build.getStartedAt()).isEqualTo("2026-03-01T10:00:20Z");
        assertThat(build.getFinishedAt()).isEqualTo("2026-03-01T10:06:20Z");
    }

    @Test
    void aBlockedBuildSaysThatItIsFinishedAndIsNot() {
        // When
        BuildChanged build = build(DOOR.text("build").replace("\"blocked\": false", "\"blocked\": true"));

        // Then
        assertThat(build.getState()).isEqualTo("waiting");
        assertThat(build.getOutcome()).isNull();
        assertThat(build.getFinishedAt()).isNull();
    }

    @Test
    void aBuildThatIsFailingStillRuns() {
        // When
        BuildChanged build = build(
                DOOR.text("build").replace("build.finished", "build.failing").replace("passed", "failing"));

        // Then
        assertThat(build.getState()).isEqualTo("running");
        assertThat(build.getOutcome()).isNull();
    }

    @Test
    void aFinishedJobIsAnAttemptOfAJobOfItsBuild() {
        // When
        BuildChanged job = build(DOOR.text("job"));

        // Then
        assertThat(job.getRunId()).isEqualTo("0199a0c4-5e1b-4f0a-8c63-000000000001");
        assertThat(job.getJob()).isEqualTo("Unit tests 1/3");
        assertThat(job.getAttempt()).isEqualTo(2);
        assertThat(job.getOutcome()).isEqualTo("failure");
        assertThat(job.getQueuedAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(job.getReadyAt()).isEqualTo("2026-03-01T10:00:05Z");
        assertThat(job.getStartedAt()).isEqualTo("2026-03-01T10:00:20Z");
        assertThat(job.getFinishedAt()).isEqualTo("2026-03-01T10:05:00Z");
        assertThat(job.getRunnerLabels()).containsExactly("queue=linux", "size=large");
    }

    @Test
    void aForksRequestIsNoBuildOfMain() {
        // When
        BuildChanged job = build(DOOR.text("job"));

        // Then
        assertThat(job.getTrigger()).isEqualTo("pull_request");
        assertThat(job.getRequest()).isEqualTo("142");
        assertThat(job.getHeadRepository()).isEqualTo("github.com/ada/shop");
    }

    @Test
    void aScheduledJobWaitsForItsAgent() {
        // When
        BuildChanged job = build(DOOR.text("job")
                .replace("job.finished", "job.scheduled")
                .replace("\"failed\"", "\"scheduled\"")
                .replace("\"started_at\"", "\"s\"")
                .replace("\"finished_at\"", "\"f\""));

        // Then
        assertThat(job.getState()).isEqualTo("queued");
        assertThat(job.getStartedAt()).isNull();
    }

    @Test
    void aReleasedBlockStepIsTheApprovalOfItsBuild() {
        // When
        BuildChanged build = build(DOOR.text("job")
                .replace("job.finished", "job.activated")
                .replace("\"script\"", "\"manual\"")
                .replace(
                        "\"created_at\": \"2026-03-01T10:00:00.000Z\",\n    \"scheduled_at\"",
                        "\"unblocked_at\": \"2026-03-01T10:30:00Z\", \"scheduled_at\""));

        // Then
        assertThat(build.getJob()).isNull();
        assertThat(build.getApprovedAt()).isEqualTo("2026-03-01T10:30:00Z");
        assertThat(build.getState()).isEqualTo("running");
    }

    @Test
    void aFailureThatIsAllowedIsNoVerdict() {
        assertThat(build(DOOR.text("job").replace("\"soft_failed\": false", "\"soft_failed\": true"))
                        .getOutcome())
                .isEqualTo("neutral");
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(DOOR.kind(DOOR.text("build").replace(SHA, "HEAD"))).isEqualTo("ignored: build.finished.no_sha");
        assertThat(DOOR.kind(DOOR.text("build").replace("git@github.com:acme/shop.git", "")))
                .isEqualTo("ignored: build.finished.no_repository");
        assertThat(DOOR.kind(DOOR.text("job").replace("\"script\"", "\"trigger\"")))
                .isEqualTo("ignored: job.finished.no_command");
        assertThat(DOOR.kind("{\"event\":\"ping\"}")).isEqualTo("ignored: ping");
        assertThat(DOOR.kind("{\"event\":\"agent.lost\"}")).isEqualTo("ignored: other");
        assertThat(DOOR.kind("{\"event\":\"build.finished\"}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void everyMutationIsAnswered() {
        DOOR.survives(DOOR.text("build"));
        DOOR.survives(DOOR.text("job"));
    }

    private BuildChanged build(String body) {
        return DOOR.only(body, BuildChanged.class);
    }
}
