package dev.streamgauge.connectors.providers.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.streamgauge.connectors.providers.kit.OutsideData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ConfigMap that we ship. Whether Argo CD's engine renders it as {@code argocd/rendered.json} has to be tried with the engine. */
class NotificationsTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void serviceTemplateTriggerAndSubscriptionNameEachOther() throws IOException {
        // When
        JsonNode data = data();

        // Then
        JsonNode webhook = entry(data, "template.streamgauge-sync").at("/webhook/streamgauge");
        assertThat(webhook.at("/method").asText()).isEqualTo("POST");
        assertThat(entry(data, "service.webhook.streamgauge").at("/url").asText())
                .endsWith("/webhooks/argocd");
        assertThat(entry(data, "trigger.on-streamgauge")).hasSize(4).allSatisfy(condition -> {
            assertThat(condition.at("/send/0").asText()).isEqualTo("streamgauge-sync");
            assertThat(condition.at("/when").asText()).isNotEmpty();
        });
        assertThat(entry(data, "subscriptions").at("/0/triggers/0").asText()).isEqualTo("on-streamgauge");
    }

    @Test
    void theTemplateSendsEveryNoteThatIsRead() throws IOException {
        // When
        String body = entry(data(), "template.streamgauge-sync")
                .at("/webhook/streamgauge/body")
                .asText();

        // Then
        assertThat(List.of("repository", "sha", "image", "service", "environment"))
                .allSatisfy(note -> assertThat(body).contains("\"" + note + "\""));
    }

    private static JsonNode data() throws IOException {
        byte[] file = Files.readAllBytes(OutsideData.root().resolve("deploy/argocd/streamgauge-notifications.yaml"));
        return YAML.readTree(file).get("data");
    }

    private static JsonNode entry(JsonNode data, String name) throws IOException {
        return YAML.readTree(data.get(name).asText());
    }
}
