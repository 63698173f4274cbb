package dev.streamgauge.connectors.providers.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Mutations;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.DeployChanged;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FluxProviderTest {

    private static final String SHA = "4f9c1d2e3b5a69788796a5b4c3d2e1f001234567";

    private final Provider provider = new FluxProvider();

    @Test
    void aReconciliationThatSucceededIsADeployOfTheManifestsCommit() {
        // When
        DeployChanged deploy = deploy(text("kustomization"));

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/manifests");
        assertThat(deploy.getSha()).isEqualTo(SHA);
        assertThat(deploy.getService()).isEqualTo("shop");
        assertThat(deploy.getEnvironment()).isEqualTo("production");
        assertThat(deploy.getDeployId()).isEqualTo("production/shop@2026-03-01T10:02:30Z");
        assertThat(deploy.getOutcome()).isEqualTo("success");
        assertThat(deploy.getStartedAt()).isNull();
        assertThat(deploy.getFinishedAt()).isEqualTo("2026-03-01T10:02:30Z");
    }

    @Test
    void aFailureThatIsToldAgainWithEveryAttemptIsOneFailedDeploy() {
        // Given
        String failed = text("kustomization").replace("ReconciliationSucceeded", "HealthCheckFailed");

        // When
        DeployChanged first = deploy(failed);
        DeployChanged again = deploy(failed.replace("10:02:30", "10:12:30"));

        // Then
        assertThat(first.getOutcome()).isEqualTo("failure");
        assertThat(again.getDeployId()).isEqualTo(first.getDeployId());
    }

    @Test
    void theMetadataMayNameTheApplicationsCommit() {
        // Given
        String noted = text("kustomization")
                .replace(
                        "\"repository\": \"https://github.com/acme/manifests\"",
                        "\"event.toolkit.fluxcd.io/repository\": \"github.com/acme/shop\", \"sha\": \"%s\", \"environment\": \"live\", \"service\": \"checkout\""
                                .formatted("1".repeat(40)));

        // When
        DeployChanged deploy = deploy(noted);

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(deploy.getSha()).isEqualTo("1".repeat(40));
        assertThat(deploy.getEnvironment()).isEqualTo("live");
        assertThat(deploy.getService()).isEqualTo("checkout");
    }

    @Test
    void everySpellingOfACommitIsReadAndADigestIsNone() {
        assertThat(deploy(revision("main/" + SHA)).getSha()).isEqualTo(SHA);
        assertThat(deploy(revision("sha1:" + SHA)).getSha()).isEqualTo(SHA);
        assertThat(deploy(revision("latest@sha256:" + "a".repeat(64) + "\", \"originRevision\": \"main@sha1:" + SHA))
                        .getSha())
                .isEqualTo(SHA);
        assertThat(kind(revision("latest@sha256:" + "a".repeat(64)))).isEqualTo("ignored: Kustomization.no_sha");
        assertThat(kind(revision("6.9.0"))).isEqualTo("ignored: Kustomization.no_sha");
    }

    @Test
    void anObjectMayHaveAPlace() {
        // Given
        DoorRules rules = Places.of("flux", "production/shop", new Place("github.com/acme/placed", "checkout", "live"));
        String body = text("kustomization").replace("\"repository\"", "\"r\"");

        // When
        DeployChanged deploy = Deliveries.only(provider.map(Deliveries.of(body), rules), DeployChanged.class);

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/placed");
        assertThat(deploy.getEnvironment()).isEqualTo("live");
    }

    @Test
    void whatIsMissingOrNotMeasuredIsTold() {
        assertThat(kind(text("kustomization").replace("\"repository\"", "\"r\"")))
                .isEqualTo("ignored: Kustomization.no_repository");
        assertThat(kind(text("kustomization").replace("ReconciliationSucceeded", "Progressing")))
                .isEqualTo("ignored: Kustomization.progress");
        assertThat(kind(text("kustomization").replace("\"Kustomization\"", "\"GitRepository\"")))
                .isEqualTo("ignored: GitRepository");
        assertThat(kind(text("kustomization").replace("\"Kustomization\"", "\"Party\"")))
                .isEqualTo("ignored: other");
        assertThat(kind(text("kustomization").replace("timestamp", "t"))).isEqualTo("unmappable: missing_field");
        assertThat(kind("{}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void everyMutationIsAnswered() {
        Mutations.areAnswered(provider, Deliveries.of(text("kustomization")), Places.NONE);
    }

    private static String revision(String revision) {
        return text("kustomization").replace("main@sha1:" + SHA, revision);
    }

    private DeployChanged deploy(String body) {
        return Deliveries.only(provider.map(Deliveries.of(body), Places.NONE), DeployChanged.class);
    }

    private String kind(String body) {
        Mapped mapped = provider.map(Deliveries.of(body), Places.NONE);
        return Deliveries.kind(mapped);
    }

    private static String text(String name) {
        return new String(Deliveries.payload("flux/" + name + ".json"), StandardCharsets.UTF_8);
    }
}
