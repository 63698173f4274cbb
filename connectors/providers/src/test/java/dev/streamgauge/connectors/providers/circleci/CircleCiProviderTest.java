package dev.streamgauge.connectors.providers.circleci;

import static dev.streamgauge.connectors.providers.kit.Door.SHA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.events.v1.BuildChanged;
import org.junit.jupiter.api.Test;

class CircleCiProviderTest {

    private static final Door DOOR = Door.of(new CircleCiProvider());

    @Test
    void aCompletedWorkflowIsAFinishedRun() {
        // When
        BuildChanged build = build(DOOR.text("workflow"));

        // Then
        assertThat(build.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(build.getRunId()).isEqualTo("c1d2e3f4-0000-4000-8000-000000000004");
        assertThat(build.getWorkflow()).isEqualTo("build-and-test");
        assertThat(build.getJob()).isNull();
        assertThat(build.getSha()).isEqualTo(SHA);
        assertThat(build.getTrigger()).isEqualTo("push");
        assertThat(build.getBranch()).isEqualTo("main");
        assertThat(build.getHeadRepository()).isNull();
        assertThat(build.getState()).isEqualTo("finished");
        assertThat(build.getOutcome()).isEqualTo("success");
        assertThat(build.getQueuedAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(build.getStartedAt()).isNull();
        assertThat(build.getFinishedAt()).isEqualTo("2026-03-01T10:09:00Z");
    }

    @Test
    void aCompletedJobIsAJobOfItsWorkflowAlsoWithoutTheVcsMap() {
        // When
        BuildChanged build = build(DOOR.text("job"));

        // Then
        assertThat(build.getRepository()).isEqualTo("gitlab.com/acme/shop");
        assertThat(build.getJob()).isEqualTo("unit-tests");
        assertThat(build.getSha()).isEqualTo(SHA);
        assertThat(build.getBranch()).isEqualTo("trunk");
        assertThat(build.getDefaultBranch()).isEqualTo("trunk");
        assertThat(build.getOutcome()).isEqualTo("failure");
        assertThat(build.getStartedAt()).isEqualTo("2026-03-01T10:01:00Z");
        assertThat(build.getFinishedAt()).isEqualTo("2026-03-01T10:04:00Z");
    }

    @Test
    void aForksRequestIsNoBuildOfMain() {
        // When
        BuildChanged build = build(DOOR.text("workflow")
                .replace(
                        "origin_repository_url\": \"https://github.com/acme",
                        "origin_repository_url\": \"https://github.com/ada")
                .replace("\"branch\": \"main\"", "\"branch\": \"pull/142\""));

        // Then
        assertThat(build.getHeadRepository()).isEqualTo("github.com/ada/shop");
        assertThat(build.getTrigger()).isEqualTo("pull_request");
        assertThat(build.getRequest()).isEqualTo("142");
    }

    @Test
    void everyStatusHasItsOutcome() {
        assertThat(outcome("failed")).isEqualTo("failure");
        assertThat(outcome("error")).isEqualTo("infrastructure_error");
        assertThat(outcome("canceled")).isEqualTo("cancelled");
        assertThat(outcome("unauthorized")).isEqualTo("action_required");
    }

    @Test
    void noAddressOfAPersonGetsIntoAnEvent() {
        assertThat(build(DOOR.text("workflow")).toString()).doesNotContain("ada@", "Ada");
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(DOOR.kind(DOOR.text("workflow").replace("\"revision\"", "\"r\"")))
                .isEqualTo("ignored: workflow-completed.no_sha");
        assertThat(DOOR.kind(DOOR.text("job").replace("checkout_url", "c")))
                .isEqualTo("ignored: job-completed.no_repository");
        assertThat(DOOR.kind(DOOR.text("workflow").replace("workflow-completed", "ping")))
                .isEqualTo("ignored: ping");
        assertThat(DOOR.kind(DOOR.text("workflow").replace("workflow-completed", "x")))
                .isEqualTo("ignored: other");
        assertThat(DOOR.kind(DOOR.text("workflow").replace("\"success\"", "\"great\"")))
                .isEqualTo("unmappable: bad_value");
        assertThat(DOOR.kind(DOOR.text("workflow").replace("happened_at", "h"))).isEqualTo("unmappable: missing_field");
    }

    @Test
    void everyMutationIsAnswered() {
        DOOR.survives(DOOR.text("workflow"));
        DOOR.survives(DOOR.text("job"));
    }

    private String outcome(String status) {
        return build(DOOR.text("workflow").replace("\"success\"", "\"" + status + "\""))
                .getOutcome();
    }

    private BuildChanged build(String body) {
        return DOOR.only(body, BuildChanged.class);
    }
}
