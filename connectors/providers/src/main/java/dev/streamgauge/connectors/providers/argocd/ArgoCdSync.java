package dev.streamgauge.connectors.providers.argocd;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.DeployChanged;
import java.time.Instant;

/**
 * The last sync operation of an application, with the application's health since. A sync that succeeded has only handed the manifests to the cluster: it is a
 * deploy that succeeded once the application is healthy, and one that failed if it is degraded. If it was healthy before, that snapshot said success, which
 * nothing later undoes.
 *
 * @param outcome null: not over
 * @param finishedAt null: not over
 */
record ArgoCdSync(Instant startedAt, String outcome, Instant finishedAt) {

    /** The operation of an application; null if there is none. */
    static ArgoCdSync of(Json app) throws UnmappableException {
        Json operation = app.at("status", "operationState");
        if (!operation.has("phase") && !operation.has("startedAt")) {
            return null;
        }
        Instant began = operation.time("startedAt");
        Instant applied = operation.timeOrNull("finishedAt");
        String phase = operation.text("phase");
        return switch (phase) {
            case "Failed", "Error" -> new ArgoCdSync(began, "failure", applied == null ? began : applied);
            case "Succeeded" -> afterSync(app.at("status"), began, applied == null ? began : applied);
            default -> new ArgoCdSync(began, null, null);
        };
    }

    /** A health that was found before the manifests were applied is that of what was replaced. */
    private static ArgoCdSync afterSync(Json status, Instant began, Instant applied) throws UnmappableException {
        Instant found = status.timeOrNull("reconciledAt");
        String health = status.textOrNull("health", "status");
        String outcome = switch (health == null || (found != null && found.isBefore(applied)) ? "" : health) {
            case "Healthy" -> "success";
            case "Degraded" -> "failure";
            default -> null;
        };
        Instant changed = status.timeOrNull("health", "lastTransitionTime");
        boolean after = changed != null && changed.isAfter(applied);
        return new ArgoCdSync(began, outcome, outcome == null ? null : after ? changed : applied);
    }

    boolean isOver() {
        return outcome != null;
    }

    Instant occurredAt() {
        return isOver() ? finishedAt : startedAt;
    }

    void fill(DeployChanged deploy) {
        deploy.setState(isOver() ? "finished" : "running");
        deploy.setOutcome(outcome);
        deploy.setStartedAt(startedAt);
        deploy.setFinishedAt(finishedAt);
    }
}
