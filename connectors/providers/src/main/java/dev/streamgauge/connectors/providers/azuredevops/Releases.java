package dev.streamgauge.connectors.providers.azuredevops;

import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.DeployChanged;
import java.util.List;
import java.util.Optional;

/** Deployments of classic releases to a stage. */
final class Releases {

    private Releases() {}

    static DeployChanged of(Hook hook) throws UnmappableException {
        Json deployment = hook.resource().at("deployment");
        Json environment = hook.resource().at("environment");
        String definition = deployment.textOrNull("releaseDefinition", "name");
        Json source = primary(deployment, environment).at("definitionReference");
        Optional<Place> place = hook.place(definition);
        Origin origin = hook.origin(source.at("repository"), definition);
        DeployChanged deploy = origin.stamp().deploy(origin.repository(), hook.at());
        deploy.setDeployId(deployment.text("id"));
        deploy.setService(place.map(Place::service).orElse(null));
        String stage =
                environment.has("name") ? environment.text("name") : deployment.text("releaseEnvironment", "name");
        deploy.setEnvironment(place.map(Place::environment).orElse(stage));
        deploy.setSha(sha(source));
        deploy.setState("finished");
        deploy.setOutcome(outcome(deployment, environment));
        deploy.setCreatedAt(deployment.timeOrNull("queuedOn"));
        deploy.setStartedAt(deployment.timeOrNull("startedOn"));
        deploy.setFinishedAt(deployment.timeOrNull("completedOn"));
        return deploy;
    }

    /** The artifact that gives the release its version. */
    private static Json primary(Json deployment, Json environment) throws UnmappableException {
        List<Json> artifacts = deployment.list("release", "artifacts");
        if (artifacts.isEmpty()) {
            artifacts = environment.list("release", "artifacts");
        }
        Optional<Json> first = artifacts.stream().findFirst();
        return artifacts.stream()
                .filter(artifact -> artifact.isTrue("isPrimary"))
                .findFirst()
                .or(() -> first)
                .orElseThrow(() -> deployment.at("release", "artifacts").missing("a list of artifacts"));
    }

    /** Of a build, the commit that it built; of a repository, the commit itself. */
    private static String sha(Json source) throws UnmappableException {
        for (String field : List.of("sourceVersion", "version")) {
            String sha = Sha.full(source.textOrNull(field, "id"));
            if (sha != null) {
                return sha;
            }
        }
        throw source.at("sourceVersion", "id").missing("a full hash");
    }

    private static String outcome(Json deployment, Json environment) throws UnmappableException {
        Json status = deployment.has("deploymentStatus") ? deployment.at("deploymentStatus") : environment.at("status");
        return switch (status.text()) {
            case "succeeded", "partiallySucceeded" -> "success";
            case "failed", "rejected" -> "failure";
            case "canceled", "notDeployed" -> "cancelled";
            default -> throw status.bad("succeeded, partiallySucceeded, failed, rejected or canceled");
        };
    }
}
