package dev.streamgauge.connectors.providers.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.OutsideData;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.events.v1.DeployChanged;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Bodies of a notification template that posts the whole application. */
class ArgoCdOutsideTest {

    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("000_cli_template.json", "ignored: no_operation"),
            Map.entry("001.json", "DeployChanged"),
            Map.entry("002.json", "DeployChanged"),
            Map.entry("003.json", "ignored: no_operation"),
            Map.entry("004.json", "DeployChanged"),
            Map.entry("005.json", "ignored: no_operation"),
            Map.entry("006.json", "ignored: no_operation"),
            Map.entry("007_sync_podinfo_1_1.json", "DeployChanged"),
            Map.entry("008_sync_podinfo_1_2.json", "DeployChanged"),
            Map.entry(
                    "009_sync_podinfo_1_3.json",
                    "ignored: sync.no_repository"), // a public chart, of which no commit is known
            Map.entry("010_sync_podinfo_1_4.json", "ignored: sync.no_repository"));

    private final Provider provider = new ArgoCdProvider();

    @Test
    void everyBodyIsAnswered() {
        // Given
        Map<String, byte[]> files = OutsideData.files("argocd");

        // When
        Map<String, String> answers = new TreeMap<>();
        files.forEach((file, body) -> answers.put(file, Deliveries.kind(map(body))));

        // Then
        assertThat(answers).containsExactlyInAnyOrderEntriesOf(ANSWERS);
    }

    @Test
    void aSyncIsOneDeployFromItsBeginningToItsEnd() {
        // Given
        Map<String, byte[]> files = OutsideData.files("argocd");

        // When
        DeployChanged begun = deploy(files, "007_sync_podinfo_1_1.json");
        DeployChanged done = deploy(files, "008_sync_podinfo_1_2.json");

        // Then
        assertThat(begun.getState()).isEqualTo("running");
        assertThat(done.getDeployId()).isEqualTo(begun.getDeployId());
        assertThat(done.getSha()).isEqualTo(begun.getSha()).isEqualTo("94fcc5e8673e0d2d7fbca6b1c6c455ba308314fc");
        assertThat(done.getRepository()).isEqualTo("github.com/cdviz-dev/demo-cluster");
        assertThat(done.getOutcome()).isEqualTo("success");
        assertThat(done.getStartedAt()).isEqualTo("2025-10-02T16:20:55Z");
        assertThat(done.getFinishedAt()).isEqualTo("2025-10-02T16:20:59Z");
    }

    @Test
    void ofSeveralSourcesTheCommitThatWasSyncedCountsAndNotTheOneThatIsCompared() {
        // When
        DeployChanged deploy = deploy(OutsideData.files("argocd"), "001.json");

        // Then
        assertThat(deploy.getSha()).isEqualTo("251202611b4faf9105c06eb03df7a28d7a495c69");
        assertThat(deploy.getFinishedAt()).isEqualTo("2025-08-14T12:19:19Z");
    }

    @Test
    void aResyncOfTheSameRevisionIsADeployOfTheSameCommit() {
        // Given
        Map<String, byte[]> files = OutsideData.files("argocd");
        String again = new String(files.get("008_sync_podinfo_1_2.json"), StandardCharsets.UTF_8)
                .replace("2025-10-02T16:20:5", "2025-10-02T17:20:5");

        // When
        DeployChanged first = deploy(files, "008_sync_podinfo_1_2.json");
        DeployChanged second = Deliveries.only(provider.map(Deliveries.of(again), Places.NONE), DeployChanged.class);

        // Then
        assertThat(second.getSha()).isEqualTo(first.getSha());
        assertThat(second.getService()).isEqualTo(first.getService());
        assertThat(second.getEnvironment()).isEqualTo(first.getEnvironment());
        assertThat(second.getDeployId()).isNotEqualTo(first.getDeployId());
    }

    private DeployChanged deploy(Map<String, byte[]> files, String name) {
        return Deliveries.only(map(files.get(name)), DeployChanged.class);
    }

    private Mapped map(byte[] body) {
        return provider.map(Deliveries.of(body), Places.NONE);
    }
}
