package dev.streamgauge.connectors.providers.flux;

import static dev.streamgauge.connectors.providers.kit.Door.SHA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.DeployChanged;
import org.junit.jupiter.api.Test;

class FluxProviderTest {

    private static final Door DOOR = Door.of(new FluxProvider());

    @Test
    void aReconciliationThatSucceededIsADeployOfTheManifestsCommit() {
        // When
        DeployChanged deploy = deploy(DOOR.text("kustomization"));

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
        String failed = DOOR.text("kustomization").replace("ReconciliationSucceeded", "HealthCheckFailed");

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
        String noted = DOOR.text("kustomization")
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
        assertThat(DOOR.kind(revision("latest@sha256:" + "a".repeat(64)))).isEqualTo("ignored: Kustomization.no_sha");
        assertThat(DOOR.kind(revision("6.9.0"))).isEqualTo("ignored: Kustomization.no_sha");
    }

    @Test
    void anObjectMayHaveAPlace() {
        // Given
        DoorRules rules = Places.of("flux", "production/shop", new Place("github.com/acme/placed", "checkout", "live"));
        String body = DOOR.text("kustomization").replace("\"repository\"", "\"r\"");

        // When
        DeployChanged deploy = DOOR.with(rules).only(body, DeployChanged.class);

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/placed");
        assertThat(deploy.getEnvironment()).isEqualTo("live");
    }

    @Test
    void whatIsMissingOrNotMeasuredIsTold() {
        assertThat(DOOR.kind(DOOR.text("kustomization").replace("\"repository\"", "\"r\"")))
                .isEqualTo("ignored: Kustomization.no_repository");
        assertThat(DOOR.kind(DOOR.text("kustomization").replace("ReconciliationSucceeded", "Progressing")))
                .isEqualTo("ignored: Kustomization.progress");
        assertThat(DOOR.kind(DOOR.text("kustomization").replace("\"Kustomization\"", "\"GitRepository\"")))
                .isEqualTo("ignored: GitRepository");
        assertThat(DOOR.kind(DOOR.text("kustomization").replace("\"Kustomization\"", "\"Party\"")))
                .isEqualTo("ignored: other");
        assertThat(DOOR.kind(DOOR.text("kustomization").replace("timestamp", "t")))
                .isEqualTo("unmappable: missing_field");
        assertThat(DOOR.kind("{}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void everyMutationIsAnswered() {
        DOOR.survives(DOOR.text("kustomization"));
    }

    private static String revision(String revision) {
        return DOOR.text("kustomization").replace("main@sha1:" + SHA, revision);
    }

    private DeployChanged deploy(String body) {
        return DOOR.only(body, DeployChanged.class);
    }
}
