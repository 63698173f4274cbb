package dev.streamgauge.connectors.providers.tekton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Mutations;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.BuildChanged;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TektonProviderTest {

    private static final String SHA = "4f9c1d2e3b5a69788796a5b4c3d2e1f001234567";

    private final Provider provider = new TektonProvider();

    @Test
    void aRunOfAPipelineIsABuildOfTheCommitInItsParameters() {
        // When
        BuildChanged build = build("pipelinerun.successful", text("pipelinerun"));

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
        BuildChanged build = build("taskrun.failed", text("taskrun"));

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
        String running = text("pipelinerun").replace("\"True\"", "\"Unknown\"");

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
                        .formatted(text("pipelinerun"));

        // When
        BuildChanged build = Deliveries.only(map(null, structured, Places.NONE), BuildChanged.class);

        // Then
        assertThat(build.getOutcome()).isEqualTo("success");
    }

    @Test
    void aPipelineMayHaveAPlace() {
        // Given
        DoorRules rules = Places.of("tekton", "ci/shop-build", new Place("github.com/acme/placed", null, null));
        String body = text("pipelinerun").replace("streamgauge.dev/repository", "x");

        // When
        Mapped mapped = map("pipelinerun.successful", body, rules);

        // Then
        assertThat(Deliveries.only(mapped, BuildChanged.class).getRepository()).isEqualTo("github.com/acme/placed");
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(kind("pipelinerun.failed", text("pipelinerun").replace(SHA, "main")))
                .isEqualTo("ignored: pipelinerun.no_sha");
        assertThat(kind("taskrun.failed", text("taskrun").replace("repo-url", "r")))
                .isEqualTo("ignored: taskrun.no_repository");
        assertThat(kind("run.started", "{}")).isEqualTo("ignored: other");
        assertThat(kind("pipelinerun.failed", "{}")).isEqualTo("unmappable: missing_field");
        assertThat(Deliveries.kind(map(null, "{}", Places.NONE))).isEqualTo("unmappable: missing_field");
    }

    @Test
    void everyMutationIsAnswered() {
        Mutations.areAnswered(provider, delivery("pipelinerun.successful", text("pipelinerun")), Places.NONE);
        Mutations.areAnswered(provider, delivery("taskrun.failed", text("taskrun")), Places.NONE);
    }

    private String failed(String reason) {
        String body = text("pipelinerun").replace("\"True\"", "\"False\"").replace("Completed\"", reason + "\"");
        return build("pipelinerun.failed", body).getOutcome();
    }

    private BuildChanged build(String type, String body) {
        return Deliveries.only(map(type, body, Places.NONE), BuildChanged.class);
    }

    private String kind(String type, String body) {
        return Deliveries.kind(map(type, body, Places.NONE));
    }

    private Mapped map(String type, String body, DoorRules rules) {
        return provider.map(type == null ? Deliveries.of(body) : delivery(type, body), rules);
    }

    private static Delivery delivery(String type, String body) {
        return Deliveries.of(body, Map.of("ce-type", "dev.tekton.event." + type + ".v1", "ce-id", "e-1"));
    }

    private static String text(String name) {
        return new String(Deliveries.payload("tekton/" + name + ".json"), StandardCharsets.UTF_8);
    }
}
