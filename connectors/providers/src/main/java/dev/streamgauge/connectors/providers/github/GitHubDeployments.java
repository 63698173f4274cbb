package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.DeployChanged;
import java.time.Instant;

/**
 * Deployments and their statuses. The service is the one that the deployment's payload names ({@code "payload": {"service": "web"}}), or that
 * {@code doors.yaml} knows for {@code host/owner/name:environment}.
 */
public final class GitHubDeployments {

    private static final String INACTIVE = "inactive";

    private final GitHubScene scene;

    public GitHubDeployments(GitHubScene scene) {
        this.scene = scene;
    }

    /** A deployment object: what is to be deployed, not how far it came. */
    public DeployChanged deployment(Json deployment) throws UnmappableException {
        Instant created = deployment.timeOrNull("created_at");
        DeployChanged deploy = scene.stamp().deploy(scene.repository().name(), created);
        deploy.setDeployId(deployment.text("id"));
        deploy.setSha(deployment.text("sha"));
        deploy.setState("pending");
        deploy.setCreatedAt(created);
        setLane(deploy, deployment);
        return deploy;
    }

    private void setLane(DeployChanged deploy, Json deployment) throws UnmappableException {
        String environment = deployment.text("environment");
        String service = deployment.textOrNull("payload", "service");
        Place place = scene.rules()
                .place("github", scene.repository().name() + ":" + environment)
                .orElse(new Place(scene.repository().name(), null, null));
        deploy.setService(service == null ? place.service() : service);
        deploy.setEnvironment(place.environment() == null ? environment : place.environment());
    }

    /** Whether a status says only that a later deployment took its place. */
    public static boolean isSuperseded(Json status) {
        return INACTIVE.equals(status.textOrNull("state"));
    }

    /** A status object of a deployment, other than one that {@linkplain #isSuperseded supersedes}: what it says holds since it was created. */
    public DeployChanged status(Json deployment, Json status) throws UnmappableException {
        DeployChanged deploy = deployment(deployment);
        Instant since = status.timeOrNull("created_at");
        deploy.setOccurredAt(since == null ? deploy.getOccurredAt() : since);
        deploy.setUrl(status.textOrNull("target_url"));
        switch (status.text("state")) {
            case "pending", "queued" -> deploy.setState("pending");
            case "waiting" -> {
                deploy.setState("waiting");
                deploy.setApprovalRequestedAt(since);
            }
            case "in_progress" -> {
                deploy.setState("running");
                deploy.setStartedAt(since);
            }
            case "success" -> finish(deploy, "success", since);
            case "failure", "error" -> finish(deploy, "failure", since);
            default ->
                throw status.at("state")
                        .bad("one of error, failure, in_progress, inactive, pending, queued, success, waiting");
        }
        return deploy;
    }

    private static void finish(DeployChanged deploy, String outcome, Instant at) {
        deploy.setState("finished");
        deploy.setOutcome(outcome);
        deploy.setFinishedAt(at);
    }
}
