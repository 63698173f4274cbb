package dev.streamgauge.connectors.providers.argocd;

import static dev.streamgauge.connectors.providers.kit.Door.SHA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.DeployChanged;
import org.junit.jupiter.api.Test;

class ArgoCdProviderTest {

    private static final Door DOOR = Door.of(new ArgoCdProvider());
    private static final Door SHOP =
            DOOR.with(Places.of("argocd", "shop", new Place("github.com/acme/shop", null, null)));
    private static final String MANIFESTS = "9".repeat(40);

    @Test
    void aSyncThatIsHealthyIsASuccessfulDeployOfTheManifestsCommit() {
        // When
        DeployChanged deploy = deploy(DOOR.text("deployed"));

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/manifests");
        assertThat(deploy.getSha()).isEqualTo(MANIFESTS);
        assertThat(deploy.getService()).isEqualTo("shop");
        assertThat(deploy.getEnvironment()).isEqualTo("production");
        assertThat(deploy.getDeployId()).isEqualTo("argocd/shop@2026-03-01T10:00:00Z");
        assertThat(deploy.getOutcome()).isEqualTo("success");
        assertThat(deploy.getStartedAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(deploy.getFinishedAt()).isEqualTo("2026-03-01T10:02:00Z");
        assertThat(deploy.getUrl()).isEqualTo("https://argocd.example.org/applications/argocd/shop");
    }

    @Test
    void anApplicationThatNeverWasUnhealthyIsDeployedWhenItsSyncIs() {
        // When
        DeployChanged deploy = deploy(
                DOOR.text("deployed").replace("lastTransitionTime\": \"2026-03", "lastTransitionTime\": \"2026-02"));

        // Then
        assertThat(deploy.getFinishedAt()).isEqualTo("2026-03-01T10:00:20Z");
    }

    @Test
    void aSyncThatIsNotYetHealthyStillRuns() {
        // When
        DeployChanged progressing = deploy(DOOR.text("deployed").replace("Healthy", "Progressing"));
        DeployChanged running = deploy(DOOR.text("deployed").replace("Succeeded", "Running"));

        // Then
        assertThat(progressing.getState()).isEqualTo("running");
        assertThat(progressing.getFinishedAt()).isNull();
        assertThat(running.getState()).isEqualTo("running");
        assertThat(running.getOccurredAt()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void theHealthOfWhatIsBeingReplacedIsNotThatOfTheDeploy() {
        // When
        DeployChanged stale = deploy(DOOR.text("deployed")
                .replace("reconciledAt\": \"2026-03-01T10:02:00Z", "reconciledAt\": \"2026-03-01T09:59:00Z"));

        // Then
        assertThat(stale.getState()).isEqualTo("running");
    }

    @Test
    void aSyncThatFailedOrDegradedItsApplicationIsAFailedDeploy() {
        // When
        DeployChanged failed = deploy(DOOR.text("deployed").replace("Succeeded", "Failed"));
        DeployChanged degraded = deploy(DOOR.text("deployed").replace("Healthy", "Degraded"));

        // Then
        assertThat(failed.getOutcome()).isEqualTo("failure");
        assertThat(failed.getFinishedAt()).isEqualTo("2026-03-01T10:00:20Z");
        assertThat(degraded.getOutcome()).isEqualTo("failure");
        assertThat(degraded.getFinishedAt()).isEqualTo("2026-03-01T10:02:00Z");
    }

    @Test
    void aResyncIsAnotherDeployOfTheSameCommit() {
        // When
        DeployChanged first = deploy(DOOR.text("deployed"));
        DeployChanged again = deploy(DOOR.text("deployed").replace("T10:0", "T11:0"));

        // Then
        assertThat(again.getSha()).isEqualTo(first.getSha());
        assertThat(again.getService()).isEqualTo(first.getService());
        assertThat(again.getDeployId()).isNotEqualTo(first.getDeployId());
    }

    @Test
    void anAnnotatedApplicationIsADeployOfItsOwnCommit() {
        // Given
        String notes = """
                {"streamgauge.dev/repository": "github.com/acme/shop", "streamgauge.dev/sha": "%s", "streamgauge.dev/service": "checkout", "streamgauge.dev/environment": "live"}
                """.formatted("1".repeat(40));

        // When
        DeployChanged deploy =
                deploy(DOOR.text("deployed").replace("\"annotations\": {}", "\"annotations\": " + notes));

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(deploy.getSha()).isEqualTo("1".repeat(40));
        assertThat(deploy.getService()).isEqualTo("checkout");
        assertThat(deploy.getEnvironment()).isEqualTo("live");
    }

    @Test
    void aPlaceNamesTheRepositoryAndTheImagesTagTheCommit() {
        // When
        DeployChanged deploy = SHOP.only(DOOR.text("deployed"), DeployChanged.class);

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(deploy.getSha()).isEqualTo(SHA);
    }

    @Test
    void theImagesOfASyncThatRunsAreThoseThatItReplaces() {
        assertThat(SHOP.kind(DOOR.text("deployed").replace("Succeeded", "Running")))
                .isEqualTo("ignored: sync.no_sha");
    }

    @Test
    void ofSeveralImagesWithCommitsTheNoteSaysWhich() {
        // Given
        String two = DOOR.text("deployed").replace("redis:7.2", "worker:" + "2".repeat(40));
        String noted = two.replace(
                "\"annotations\": {}", "\"annotations\": {\"streamgauge.dev/image\": \"ghcr.io/acme/shop\"}");

        // When
        Mapped unclear = SHOP.map(two);
        Mapped clear = SHOP.map(noted);

        // Then
        assertThat(Deliveries.kind(unclear)).isEqualTo("ignored: sync.no_sha");
        assertThat(Deliveries.only(clear, DeployChanged.class).getSha()).isEqualTo(SHA);
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(DOOR.kind(DOOR.text("deployed").replace("operationState", "o")))
                .isEqualTo("ignored: no_operation");
        assertThat(DOOR.kind(DOOR.text("deployed").replace(MANIFESTS, "1.4.0"))).isEqualTo("ignored: sync.no_sha");
        assertThat(DOOR.kind(DOOR.text("deployed")
                        .replace("https://github.com/acme/manifests.git", "oci://ghcr.io/acme/charts")))
                .isEqualTo("ignored: sync.no_repository");
        assertThat(DOOR.kind("{\"app\":{}}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void theTemplateThatWeShipSaysAllThatTheWholeApplicationSays() {
        // When
        DeployChanged rendered = deploy(DOOR.text("rendered"));

        // Then
        DeployChanged whole = deploy(DOOR.text("deployed"));
        rendered.setEventId(whole.getEventId());
        assertThat(rendered).isEqualTo(whole);
    }

    @Test
    void everyMutationIsAnswered() {
        DOOR.survives(DOOR.text("deployed"));
        SHOP.survives(DOOR.text("deployed"));
    }

    private DeployChanged deploy(String body) {
        return DOOR.only(body, DeployChanged.class);
    }
}
