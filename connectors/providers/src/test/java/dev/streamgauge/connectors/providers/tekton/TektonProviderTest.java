package dev.streamgauge.connectors.providers.tekton;

import static dev.streamgauge.connectors.providers.kit.Door.SHA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.BuildChanged;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TektonProviderTest {

    private static final Door DOOR = Door.of(new TektonProvider());

    @Test
    void aRunOfAPipelineIsABuildOfTheCommitInItsParameters() {
        // When
        BuildChanged build = build("pipelinerun.successful", DOOR.text("pipelinerun"));

        // Then
        assertThat(build.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(build.getSha()).isEqualTo(SHA);
        assertThat(build.getRunId()).isEqualTo("7a3c0f52-8a5a-4f5e-9b50-000000000001");
        assertThat(build.getWorkflow()).isEqualTo("shop-build");
        assertThat(build.getBranch()).isEqualTo("main");
        assertThat(build.getTrigger()).isEqualTo("push");
        assertThat(build.getOutcome()).isEqualTo("success");
        assertThat(build.getQueuedAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(build.getStartedAt()).isEqualTo("2026-03-01T10:00:02Z");
        assertThat(build.getFinishedAt()).isEqualTo("2026-03-01T10:07:00Z");
    }

    @Test
    void aRunOfATaskIsAJobOfItsPipelinesRunAsPipelinesAsCodeNamesIt() {
        // When
        BuildChanged build = build("taskrun.failed", DOOR.text("taskrun"));

        // Then
        assertThat(build.getRunId()).isEqualTo("7a3c0f52-8a5a-4f5e-9b50-000000000001");
        assertThat(build.getJob()).isEqualTo("test");
        assertThat(build.getAttempt()).isEqualTo(2);
        assertThat(build.getWorkflow()).isEqualTo("shop-build");
        assertThat(build.getTrigger()).isEqualTo("pull_request");
        assertThat(build.getRequest()).isEqualTo("142");
        assertThat(build.getHeadRepository()).isEqualTo("github.com/ada/shop");
        assertThat(build.getOutcome()).isEqualTo("failure");
    }

    @Test
    void theRunItselfSaysHowFarItIs() {
        // Given
        String running = DOOR.text("pipelinerun").replace("\"True\"", "\"Unknown\"");

        // When
        BuildChanged build = build("pipelinerun.running", running);
        BuildChanged queued = build("pipelinerun.started", running.replace("\"startTime\"", "\"s\""));

        // Then
        assertThat(build.getState()).isEqualTo("running");
        assertThat(build.getFinishedAt()).isNull();
        assertThat(queued.getState()).isEqualTo("queued");
    }

    @Test
    void theReasonTellsAVerdictFromAnAccident() {
        assertThat(failed("PipelineRunTimeout")).isEqualTo("timed_out");
        assertThat(failed("Cancelled")).isEqualTo("cancelled");
        assertThat(failed("CouldntGetPipeline")).isEqualTo("startup_failure");
        assertThat(failed("TaskRunImagePullFailed")).isEqualTo("infrastructure_error");
        assertThat(failed("Failed")).isEqualTo("failure");
    }

    @Test
    void aStructuredCloudEventSaysTheSame() {
        // Given
        String structured =
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"dev.tekton.event.pipelinerun.successful.v1\",\"data\":%s}"
                        .formatted(DOOR.text("pipelinerun"));

        // When
        BuildChanged build = DOOR.only(structured, BuildChanged.class);

        // Then
        assertThat(build.getOutcome()).isEqualTo("success");
    }

    @Test
    void aPipelineMayHaveAPlace() {
        // Given
        DoorRules rules = Places.of("tekton", "ci/shop-build", new Place("github.com/acme/placed", null, null));
        String body = DOOR.text("pipelinerun").replace("streamgauge.dev/repository", "x");

        // When
        BuildChanged build = told("pipelinerun.successful").with(rules).only(body, BuildChanged.class);

        // Then
        assertThat(build.getRepository()).isEqualTo("github.com/acme/placed");
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(kind("pipelinerun.failed", DOOR.text("pipelinerun").replace(SHA, "main")))
                .isEqualTo("ignored: pipelinerun.no_sha");
        assertThat(kind("taskrun.failed", DOOR.text("taskrun").replace("repo-url", "r")))
                .isEqualTo("ignored: taskrun.no_repository");
        assertThat(kind("run.started", "{}")).isEqualTo("ignored: other");
        assertThat(kind("pipelinerun.failed", "{}")).isEqualTo("unmappable: missing_field");
        assertThat(DOOR.kind("{}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void everyMutationIsAnswered() {
        told("pipelinerun.successful").survives(DOOR.text("pipelinerun"));
        told("taskrun.failed").survives(DOOR.text("taskrun"));
    }

    private String failed(String reason) {
        String body = DOOR.text("pipelinerun").replace("\"True\"", "\"False\"").replace("Completed\"", reason + "\"");
        return build("pipelinerun.failed", body).getOutcome();
    }

    private BuildChanged build(String type, String body) {
        return told(type).only(body, BuildChanged.class);
    }

    private String kind(String type, String body) {
        return told(type).kind(body);
    }

    /** What says its type beside the body, as Tekton does. */
    private static Door told(String type) {
        Map<String, String> headers = Map.of("ce-type", "dev.tekton.event." + type + ".v1", "ce-id", "e-1");
        return new Door(DOOR.provider(), headers, DOOR.rules());
    }
}
