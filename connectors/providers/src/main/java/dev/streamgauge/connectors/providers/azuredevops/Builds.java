package dev.streamgauge.connectors.providers.azuredevops;

import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.BuildChanged;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds that are complete. Stages that are run again run in the same build: it has one attempt. */
final class Builds {

    /** How the first version of the hook says branch and commit. */
    private static final Pattern VERSION = Pattern.compile("LG:(refs/[^:]+):([0-9a-fA-F]{40})");

    private Builds() {}

    static BuildChanged of(Hook hook) throws UnmappableException {
        Json json = hook.resource();
        String definition = json.text("definition", "name");
        Origin origin = hook.origin(json.at("repository"), definition);
        BuildChanged build = origin.stamp().build(origin.repository(), hook.at());
        build.setRunId(json.text("id"));
        build.setWorkflow(definition);
        build.setDefaultBranch(origin.defaultBranch());
        setVersion(build, json);
        build.setState("finished");
        build.setOutcome(outcome(json));
        build.setQueuedAt(json.timeOrNull("queueTime"));
        build.setStartedAt(json.timeOrNull("startTime"));
        build.setFinishedAt(json.timeOrNull("finishTime"));
        build.setUrl(json.textOrNull("_links", "web", "href"));
        return build;
    }

    private static void setVersion(BuildChanged build, Json json) throws UnmappableException {
        String told = json.textOrNull("sourceGetVersion");
        Matcher version = VERSION.matcher(told == null ? "" : told);
        boolean first = version.matches();
        String sha = Sha.full(first ? version.group(2) : json.textOrNull("sourceVersion"));
        if (sha == null) {
            throw json.at("sourceVersion").missing("a full hash");
        }
        build.setSha(sha);
        Ref.set(build, first ? version.group(1) : json.textOrNull("sourceBranch"), json.textOrNull("reason"));
    }

    /** The first version of the hook has the result as its status. */
    private static String outcome(Json json) throws UnmappableException {
        Json result = json.has("result") ? json.at("result") : json.at("status");
        return switch (result.text()) {
            // Only steps failed that may.
            case "succeeded", "partiallySucceeded" -> "success";
            case "failed" -> "failure";
            case "canceled", "stopped" -> "cancelled";
            case "none" -> "neutral";
            default -> throw result.bad("succeeded, partiallySucceeded, failed, canceled or stopped");
        };
    }
}
