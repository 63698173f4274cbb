package dev.streamgauge.connectors.providers.argocd;

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

class ArgoCdProviderTest {

    private static final String SHA = "4f9c1d2e3b5a69788796a5b4c3d2e1f001234567";

    private final Provider provider = new ArgoCdProvider();

    private static final String MANIFESTS = "9".repeat(40);
    private static final DoorRules SHOP = Places.of("argocd", "shop", new Place("github.com/acme/shop", null, null));

    @Test
    void aSyncThatIsHealthyIsASuccessfulDeployOfTheManifestsCommit() {
        // When
        DeployChanged deploy = deploy(text("deployed"));

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
        DeployChanged deploy =
                deploy(text("deployed").replace("lastTransitionTime\": \"2026-03", "lastTransitionTime\": \"2026-02"));

        // Then
        assertThat(deploy.getFinishedAt()).isEqualTo("2026-03-01T10:00:20Z");
    }

    @Test
    void aSyncThatIsNotYetHealthyStillRuns() {
        // When
        DeployChanged progressing = deploy(text("deployed").replace("Healthy", "Progressing"));
        DeployChanged running = deploy(text("deployed").replace("Succeeded", "Running"));

        // Then
        assertThat(progressing.getState()).isEqualTo("running");
        assertThat(progressing.getFinishedAt()).isNull();
        assertThat(running.getState()).isEqualTo("running");
        assertThat(running.getOccurredAt()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void theHealthOfWhatIsBeingReplacedIsNotThatOfTheDeploy() {
        // When
        DeployChanged stale = deploy(text("deployed")
                .replace("reconciledAt\": \"2026-03-01T10:02:00Z", "reconciledAt\": \"2026-03-01T09:59:00Z"));

        // Then
        assertThat(stale.getState()).isEqualTo("running");
    }

    @Test
    void aSyncThatFailedOrDegradedItsApplicationIsAFailedDeploy() {
        // When
        DeployChanged failed = deploy(text("deployed").replace("Succeeded", "Failed"));
        DeployChanged degraded = deploy(text("deployed").replace("Healthy", "Degraded"));

        // Then
        assertThat(failed.getOutcome()).isEqualTo("failure");
        assertThat(failed.getFinishedAt()).isEqualTo("2026-03-01T10:00:20Z");
        assertThat(degraded.getOutcome()).isEqualTo("failure");
        assertThat(degraded.getFinishedAt()).isEqualTo("2026-03-01T10:02:00Z");
    }

    @Test
    void aResyncIsAnotherDeployOfTheSameCommit() {
        // When
        DeployChanged first = deploy(text("deployed"));
        DeployChanged again = deploy(text("deployed").replace("T10:0", "T11:0"));

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
        DeployChanged deploy = deploy(text("deployed").replace("\"annotations\": {}", "\"annotations\": " + notes));

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(deploy.getSha()).isEqualTo("1".repeat(40));
        assertThat(deploy.getService()).isEqualTo("checkout");
        assertThat(deploy.getEnvironment()).isEqualTo("live");
    }

    @Test
    void aPlaceNamesTheRepositoryAndTheImagesTagTheCommit() {
        // When
        DeployChanged deploy = Deliveries.only(map(text("deployed"), SHOP), DeployChanged.class);

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(deploy.getSha()).isEqualTo(SHA);
    }

    @Test
    void theImagesOfASyncThatRunsAreThoseThatItReplaces() {
        assertThat(Deliveries.kind(map(text("deployed").replace("Succeeded", "Running"), SHOP)))
                .isEqualTo("ignored: sync.no_sha");
    }

    @Test
    void ofSeveralImagesWithCommitsTheNoteSaysWhich() {
        // Given
        String two = text("deployed").replace("redis:7.2", "worker:" + "2".repeat(40));
        String noted = two.replace(
                "\"annotations\": {}", "\"annotations\": {\"streamgauge.dev/image\": \"ghcr.io/acme/shop\"}");

        // When
        Mapped unclear = map(two, SHOP);
        Mapped clear = map(noted, SHOP);

        // Then
        assertThat(Deliveries.kind(unclear)).isEqualTo("ignored: sync.no_sha");
        assertThat(Deliveries.only(clear, DeployChanged.class).getSha()).isEqualTo(SHA);
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(kind(text("deployed").replace("operationState", "o"))).isEqualTo("ignored: no_operation");
        assertThat(kind(text("deployed").replace(MANIFESTS, "1.4.0"))).isEqualTo("ignored: sync.no_sha");
        assertThat(kind(text("deployed").replace("https://github.com/acme/manifests.git", "oci://ghcr.io/acme/charts")))
                .isEqualTo("ignored: sync.no_repository");
        assertThat(kind("{\"app\":{}}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void theTemplateThatWeShipSaysAllThatTheWholeApplicationSays() {
        // When
        DeployChanged rendered = deploy(text("rendered"));

        // Then
        DeployChanged whole = deploy(text("deployed"));
        rendered.setEventId(whole.getEventId());
        assertThat(rendered).isEqualTo(whole);
    }

    @Test
    void everyMutationIsAnswered() {
        Mutations.areAnswered(provider, Deliveries.of(text("deployed")), Places.NONE);
        Mutations.areAnswered(provider, Deliveries.of(text("deployed")), SHOP);
    }

    private DeployChanged deploy(String body) {
        return Deliveries.only(map(body, Places.NONE), DeployChanged.class);
    }

    private String kind(String body) {
        return Deliveries.kind(map(body, Places.NONE));
    }

    private Mapped map(String body, DoorRules rules) {
        return provider.map(Deliveries.of(body), rules);
    }

    private static String text(String name) {
        return new String(Deliveries.payload("argocd/" + name + ".json"), StandardCharsets.UTF_8);
    }
}
