package dev.streamgauge.connectors.providers.flux;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.DeployChanged;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * The event that a {@code generic} or {@code generic-hmac} provider posts. A reconciliation of a Kustomization or a HelmRelease is a deploy; an event tells its
 * end only. A failure is told again with every attempt: of one revision it is one failed deploy. A success of the same revision again is a resync, which the
 * metrics know.
 */
public final class FluxProvider implements Provider {

    private static final Set<String> DEPLOYING = Set.of("Kustomization", "HelmRelease");
    private static final Set<String> SOURCES = Set.of(
            "GitRepository",
            "OCIRepository",
            "HelmRepository",
            "HelmChart",
            "Bucket",
            "ImageRepository",
            "ImagePolicy",
            "ImageUpdateAutomation",
            "Receiver");

    private static final Map<String, String> OUTCOMES = Map.ofEntries(
            Map.entry("ReconciliationSucceeded", "success"),
            Map.entry("InstallSucceeded", "success"),
            Map.entry("UpgradeSucceeded", "success"),
            Map.entry("RollbackSucceeded", "success"),
            Map.entry("ReconciliationFailed", "failure"),
            Map.entry("BuildFailed", "failure"),
            Map.entry("ValidationFailed", "failure"),
            Map.entry("HealthCheckFailed", "failure"),
            Map.entry("PruneFailed", "failure"),
            Map.entry("InstallFailed", "failure"),
            Map.entry("UpgradeFailed", "failure"),
            Map.entry("RollbackFailed", "failure"),
            Map.entry("TestFailed", "failure"));

    @Override
    public String name() {
        return "flux";
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        Stamp stamp = Stamp.of(this, delivery);
        return Reading.json(delivery, body -> map(body, stamp, rules));
    }

    private static Mapped map(Json body, Stamp stamp, DoorRules rules) throws UnmappableException {
        String kind = body.text("involvedObject", "kind");
        if (!DEPLOYING.contains(kind)) {
            return new Mapped.Ignored(SOURCES.contains(kind) ? kind : "other");
        }
        String outcome = OUTCOMES.get(body.text("reason"));
        if (outcome == null) {
            return new Mapped.Ignored(kind + ".progress");
        }
        FluxNotes notes = FluxNotes.of(body, rules);
        if (notes.repository() == null || notes.sha() == null) {
            return new Mapped.Ignored(kind + (notes.repository() == null ? ".no_repository" : ".no_sha"));
        }
        return Mapped.one(deploy(body, notes, outcome, stamp));
    }

    private static DeployChanged deploy(Json body, FluxNotes notes, String outcome, Stamp stamp)
            throws UnmappableException {
        Instant at = body.time("timestamp");
        boolean failed = outcome.equals("failure");
        DeployChanged deploy = stamp.deploy(notes.repository(), at);
        deploy.setDeployId(notes.object() + "@" + (failed ? notes.sha() + "/failed" : at));
        deploy.setService(notes.service());
        deploy.setEnvironment(notes.environment());
        deploy.setSha(notes.sha());
        deploy.setState("finished");
        deploy.setOutcome(outcome);
        deploy.setFinishedAt(at);
        return deploy;
    }
}
