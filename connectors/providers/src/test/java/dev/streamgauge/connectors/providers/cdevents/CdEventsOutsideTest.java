package dev.streamgauge.connectors.providers.cdevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.kit.OutsideData;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The specification's own examples, of which most name no repository. */
class CdEventsOutsideTest {

    /** What becomes of each as it is. */
    private static final Map<String, String> AS_THEY_ARE = Map.ofEntries(
            Map.entry("approval_closed", "ignored: approval.closed.no_repository"),
            Map.entry("approval_created", "ignored: approval.created.no_repository"),
            Map.entry("approval_updated", "ignored: approval.updated.no_repository"),
            Map.entry("change_abandoned", "ReviewChanged"),
            Map.entry("change_created", "ReviewChanged"),
            Map.entry("change_merged", "ReviewChanged"),
            Map.entry("change_reviewed", "ReviewChanged"),
            Map.entry("change_updated", "ReviewChanged"),
            Map.entry("domainid", "unmappable: missing_field"), // no event, but vectors of a serialisation
            Map.entry("incident_detected", "ignored: incident.detected.no_repository"),
            Map.entry("incident_reported", "ignored: incident.reported.no_repository"),
            Map.entry("incident_resolved", "ignored: incident.resolved.no_repository"),
            Map.entry("pipelinerun_finished", "ignored: pipelinerun.finished.no_repository"),
            Map.entry("pipelinerun_queued", "ignored: pipelinerun.queued.no_repository"),
            Map.entry("pipelinerun_started", "ignored: pipelinerun.started.no_repository"),
            Map.entry("service_deployed", "ignored: service.deployed.no_repository"),
            Map.entry("service_rolledback", "ignored: service.rolledback.no_repository"),
            Map.entry("service_upgraded", "ignored: service.upgraded.no_repository"),
            Map.entry("taskrun_finished", "ignored: taskrun.finished.no_repository"),
            Map.entry("taskrun_started", "ignored: taskrun.started.no_repository"));

    /** What becomes of each once its custom data say which commit of which repository it is about. */
    private static final Map<String, String> WITH_NOTES = Map.ofEntries(
            Map.entry("approval_closed", "DeployChanged"),
            Map.entry("approval_created", "DeployChanged"),
            Map.entry("approval_updated", "DeployChanged"),
            Map.entry("incident_detected", "IncidentChanged"),
            Map.entry("incident_reported", "IncidentChanged"),
            Map.entry("incident_resolved", "IncidentChanged"),
            Map.entry("pipelinerun_finished", "BuildChanged"),
            Map.entry("pipelinerun_queued", "BuildChanged"),
            Map.entry("pipelinerun_started", "BuildChanged"),
            Map.entry("service_deployed", "DeployChanged"),
            Map.entry("service_rolledback", "DeployChanged"),
            Map.entry("service_upgraded", "DeployChanged"),
            Map.entry("taskrun_finished", "BuildChanged"),
            Map.entry("taskrun_started", "BuildChanged"));

    private static final Door DOOR = Door.of(new CdEventsProvider());

    @Test
    void everyExampleIsAnsweredAsItsTypeSays() {
        // Given
        Map<String, byte[]> files = OutsideData.files("cdevents");

        // When
        Map<String, String> answers = new TreeMap<>();
        files.forEach((file, body) -> answers.put(name(file), Deliveries.kind(DOOR.map(body))));

        // Then
        assertThat(answers)
                .hasSize(49)
                .allSatisfy((name, answer) -> assertThat(answer)
                        .as(name)
                        .isEqualTo(AS_THEY_ARE.getOrDefault(name, "ignored: " + name.replace('_', '.'))));
    }

    @Test
    void everyExampleThatIsMeasuredIsAnEventOnceItNamesItsCommit() {
        // Given
        Map<String, byte[]> files = OutsideData.files("cdevents");

        // When
        Map<String, String> answers = new TreeMap<>();
        WITH_NOTES
                .keySet()
                .forEach(name -> answers.put(name, Deliveries.kind(DOOR.map(noted(files.get(name + ".json"))))));

        // Then
        assertThat(answers).containsExactlyInAnyOrderEntriesOf(WITH_NOTES);
    }

    @Test
    void theExamplesSayWhatTheyMean() {
        // Given
        Map<String, byte[]> files = OutsideData.files("cdevents");

        // When
        ReviewChanged merged = Deliveries.only(DOOR.map(files.get("change_merged.json")), ReviewChanged.class);
        IncidentChanged resolved =
                Deliveries.only(DOOR.map(noted(files.get("incident_resolved.json"))), IncidentChanged.class);

        // Then
        assertThat(merged.getRepository()).isEqualTo("example.org/testrepo/testorg");
        assertThat(merged.getRequest()).isEqualTo("mySubject123");
        assertThat(merged.getMergedAt()).isEqualTo("2023-03-20T14:27:05.315Z");
        assertThat(resolved.getService()).isEqualTo("myApp");
        assertThat(resolved.getEnvironment()).isEqualTo("prod1");
        assertThat(resolved.getState()).isEqualTo("resolved");
    }

    private static byte[] noted(byte[] body) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode event = (ObjectNode) mapper.readTree(body);
            event.putObject("customData")
                    .putObject("streamgauge")
                    .put("repository", "github.com/acme/shop")
                    .put("sha", Door.SHA)
                    .put("workflow", "build")
                    .put("deploy_id", "d-7")
                    .put(
                            "environment",
                            event.at("/subject/content/environment/id").asText("production"));
            return mapper.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(String file) {
        return file.replace(".json", "");
    }
}
