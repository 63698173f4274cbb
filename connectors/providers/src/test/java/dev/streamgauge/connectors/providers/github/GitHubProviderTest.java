package dev.streamgauge.connectors.providers.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Providers;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Mutations;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.DeployChanged;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GitHubProviderTest {

    private static final GitHubProvider GITHUB = new GitHubProvider();
    private static final DoorRules RULES = DoorRules.read(
            "doors.yaml",
            "repositories: [{match: '*', services: {web: [web/**]}, releases_are_deploys: {environment: production}}]");

    /** All that are read, and one that is not. */
    private static List<String> events() {
        return List.of(
                "push",
                "pull_request",
                "pull_request_review",
                "workflow_run",
                "workflow_job",
                "check_run",
                "deployment",
                "deployment_status",
                "deployment_review",
                "merge_group",
                "release",
                "issues");
    }

    @Test
    void itIsOneOfTheProviders() {
        assertThat(Providers.named("github")).isInstanceOf(GitHubProvider.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anyMutationIsAnswered(String event) {
        // Given
        Payload payload = Payload.of(event);

        // When, Then
        Mutations.areAnswered(GITHUB, payload.delivery(), RULES);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aBodyWithoutItsHeadersIsKnownByItsShape(String event) {
        // Given
        Payload payload = Payload.of(event);
        Mapped mapped = GITHUB.map(Deliveries.of(payload.delivery().body()), RULES);

        // Then
        assertThat(Deliveries.kind(mapped)).isEqualTo(Deliveries.kind(GITHUB.map(payload.delivery(), RULES)));
    }

    @Test
    void aFormIsReadAsTheJsonInIt() {
        // Given
        String json = new String(Payload.of("push").delivery().body(), StandardCharsets.UTF_8);
        String form = "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
        Map<String, String> headers =
                Map.of("x-github-event", "push", "content-type", "application/x-www-form-urlencoded");

        // Then
        assertThat(Deliveries.kind(GITHUB.map(Deliveries.of(form, headers), RULES)))
                .isEqualTo("CommitPushed");
        assertThat(Deliveries.kind(GITHUB.map(Deliveries.of("payload=%zz", headers), RULES)))
                .isEqualTo("unmappable: broken_json");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ping, ignored: ping",
        "status, ignored: status",
        "check_suite, ignored: check_suite",
        "merge_group, ignored: merge_group",
        "star, ignored: other",
        "an_event_of_tomorrow, ignored: other",
        "pull_request, unmappable: missing_field",
    })
    void whatIsNotMeasuredIsIgnoredAndWhatLacksAFieldIsNot(String event, String kind) {
        assertThat(Deliveries.kind(GITHUB.map(Deliveries.of("{}", Map.of("x-github-event", event)), RULES)))
                .isEqualTo(kind);
    }

    @Test
    void anEntryOfTheMergeQueueIsIgnoredByItsReason() {
        assertThat(Payload.of("merge_group").kind()).isEqualTo("ignored: merge_group.invalidated");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThat(Payload.of("pull_request")
                        .with("pull_request.updated_at", null)
                        .mapped())
                .asString()
                .contains("'pull_request.updated_at' is missing");
    }

    @Test
    void aServerOfOnesOwnIsTheHostOfItsRepositories() {
        // Given
        Payload payload =
                Payload.of("deployment").with("repository.html_url", "https://git.acme.example:8443/Acme/Shop");

        // Then
        assertThat(payload.only(DeployChanged.class).getRepository()).isEqualTo("git.acme.example/acme/shop");
    }
}
