package dev.streamgauge.connectors.providers.azuredevops;

import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.BuildChanged;

/** Runs of YAML pipelines: the same as the build of that number, from its beginning, but without the reason for it. */
final class Runs {

    private Runs() {}

    static BuildChanged of(Hook hook) throws UnmappableException {
        Json run = hook.resource().at("run");
        String pipeline = run.has("pipeline", "name")
                ? run.text("pipeline", "name")
                : hook.resource().text("pipeline", "name");
        Json self = run.at("resources", "repositories", "self");
        Json repository =
                hook.resource().list("repositories").stream().findFirst().orElse(self.at("repository"));
        Origin origin = hook.origin(repository, pipeline);
        BuildChanged build = origin.stamp().build(origin.repository(), hook.at());
        build.setRunId(run.text("id"));
        build.setWorkflow(pipeline);
        build.setDefaultBranch(origin.defaultBranch());
        build.setSha(sha(self, repository));
        Ref.set(build, self.textOrNull("refName"), null);
        build.setQueuedAt(run.timeOrNull("createdDate"));
        build.setFinishedAt(run.timeOrNull("finishedDate"));
        build.setUrl(run.textOrNull("_links", "web", "href"));
        setState(build, run);
        return build;
    }

    private static String sha(Json self, Json repository) throws UnmappableException {
        String version = Sha.full(self.textOrNull("version"));
        String sha = version == null ? Sha.full(repository.textOrNull("change", "version")) : version;
        if (sha == null) {
            throw self.at("version").missing("a full hash");
        }
        return sha;
    }

    private static void setState(BuildChanged build, Json run) throws UnmappableException {
        switch (run.text("state")) {
            case "completed" -> {
                build.setState("finished");
                build.setOutcome(outcome(run));
            }
            case "inProgress", "canceling" -> build.setState("running");
            default -> build.setState("queued");
        }
    }

    private static String outcome(Json run) throws UnmappableException {
        return switch (run.text("result")) {
            case "succeeded" -> "success";
            case "failed" -> "failure";
            case "canceled" -> "cancelled";
            case "unknown" -> "neutral";
            default -> throw run.at("result").bad("succeeded, failed or canceled");
        };
    }
}
