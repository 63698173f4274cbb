package dev.streamgauge.connectors.providers.gitlab;

import static dev.streamgauge.connectors.providers.kit.Door.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Body;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.events.v1.DeployChanged;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabTest {

    private final GitLabProvider gitlab = new GitLabProvider();

    @ParameterizedTest
    @ValueSource(strings = {"push", "merge_request", "note", "pipeline", "job", "deployment", "incident"})
    void whateverIsWrongWithABodyIsAnswered(String payload) {
        // When, Then
        Hooks.DOOR.survives(Hooks.DOOR.text(payload));
    }

    @ParameterizedTest
    @CsvSource({"tag_push, tag_push", "release, release", "feature_flag, feature_flag", "a_new_one, other"})
    void whatIsNotMeasuredIsIgnored(String kind, String ignored) {
        // When
        String told = Hooks.kind(Body.of("gitlab/push.json").with("object_kind", kind));

        // Then
        assertThat(told).isEqualTo("ignored: " + ignored);
    }

    @Test
    void aBodyThatSaysNotWhatItIsIsIgnored() {
        // When
        String told = Hooks.DOOR.kind("{}");

        // Then
        assertThat(told).isEqualTo("ignored: other");
    }

    @ParameterizedTest
    @CsvSource({
        "push, after, 'after' is missing",
        "merge_request, object_attributes.iid, 'object_attributes.iid' is missing",
        "pipeline, object_attributes.sha, 'object_attributes.sha' is missing",
        "job, pipeline_id, 'pipeline_id' is missing",
        "deployment, commit_url, 'commit_url' is missing",
        "incident, object_attributes.updated_at, 'object_attributes.updated_at' is missing",
        "push, project, 'project.web_url' is missing"
    })
    void whatIsMissingIsNamed(String payload, String field, String message) {
        // Given
        Body body = Body.of("gitlab/" + payload + ".json").without(field);
        Body nameless = field.equals("project") ? body.without("repository") : body;

        // When
        Object mapped = Hooks.DOOR.map(nameless.bytes());

        // Then
        assertThat(mapped.toString()).contains(message);
    }

    @Test
    void aRetryHasTheSameIdentifiers() {
        // Given
        byte[] body = Deliveries.payload("gitlab/pipeline.json");
        Map<String, String> headers = Map.of("idempotency-key", "k-1", "x-gitlab-event-uuid", "u-1");

        // When
        var events = Deliveries.events(gitlab.map(Deliveries.of(body, headers), Hooks.RULES));

        // Then
        assertThat(events).extracting("eventId").startsWith("gitlab:k-1:1", "gitlab:k-1:2");
        assertThat(events).extracting("source").containsOnly("gitlab");
        assertThat(events).extracting("receivedAt").containsOnly(Deliveries.ARRIVED);
    }

    @Test
    void anOlderGitLabsDeliveriesAreToldApartByTheirBodies() {
        // Given
        byte[] body = Deliveries.payload("gitlab/deployment.json");
        Map<String, String> headers = Map.of("x-gitlab-event-uuid", "u-1");

        // When
        DeployChanged deploy =
                Deliveries.only(gitlab.map(Deliveries.of(body, headers), Hooks.RULES), DeployChanged.class);

        // Then
        assertThat(deploy.getEventId()).matches("gitlab:[0-9a-f]{32}:1");
    }

    @Test
    void theSameTimeInFourSpellingsIsTheSameTime() {
        // Given
        Body deployment = Body.of("gitlab/deployment.json");

        for (String spelling : new String[] {
            "2026-03-02T09:50:00.000Z",
            "2026-03-02T11:50:00+02:00",
            "2026-03-02 09:50:00 UTC",
            "2026-03-02 11:50:00 +0200"
        }) {
            // When
            DeployChanged deploy = Hooks.only(deployment.with("status_changed_at", spelling), DeployChanged.class);

            // Then
            assertThat(deploy.getFinishedAt()).as(spelling).isEqualTo(at("09:50:00"));
        }
    }
}
