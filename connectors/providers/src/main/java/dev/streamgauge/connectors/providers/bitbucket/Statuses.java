package dev.streamgauge.connectors.providers.bitbucket;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;
import java.util.regex.Pattern;

/** Commit statuses, by which Pipelines and every other CI tell of their builds. */
public final class Statuses {

    /** A run's number, and what comes after it, is no part of a workflow's name. */
    private static final Pattern RUN = Pattern.compile("\\s*#[0-9]+.*$");

    private Statuses() {}

    /**
     * The whole run of a commit status object of a webhook or of the REST API: one per commit and key. A rerun overwrites it, so that it has one attempt. Of a
     * status that names a branch a push is assumed; Pipelines names the source branch for pull requests, too.
     */
    public static BuildChanged of(Json status, Origin origin) throws UnmappableException {
        String key = status.text("key");
        Instant created = status.timeOrNull("created_on");
        Instant updated = status.time("updated_on");
        BuildChanged build = origin.stamp().build(origin.repository(), updated);
        build.setSha(sha(status));
        build.setRunId(build.getSha() + "/" + key);
        build.setWorkflow(workflow(status, key));
        build.setBranch(Git.shortBranch(status.textOrNull("refname")));
        build.setTrigger(build.getBranch() == null ? "other" : "push");
        build.setDefaultBranch(origin.defaultBranch());
        build.setUrl(status.textOrNull("url"));
        setState(build, status);
        boolean finished = build.getState().equals("finished");
        build.setFinishedAt(finished ? updated : null);
        // One that was told only when it was over says nothing about its beginning.
        build.setStartedAt(finished && updated.equals(created) ? null : created);
        return build;
    }

    private static void setState(BuildChanged build, Json status) throws UnmappableException {
        String outcome = switch (status.text("state")) {
            case "SUCCESSFUL" -> "success";
            case "FAILED" -> "failure";
            case "STOPPED" -> "cancelled";
            case "INPROGRESS" -> null;
            default -> throw status.at("state").bad("INPROGRESS, SUCCESSFUL, FAILED or STOPPED");
        };
        build.setState(outcome == null ? "running" : "finished");
        build.setOutcome(outcome);
    }

    private static String sha(Json status) throws UnmappableException {
        String hash = Sha.full(status.textOrNull("commit", "hash"));
        if (hash != null) {
            return hash;
        }
        String link = status.text("links", "commit", "href");
        String tail = Sha.full(link.substring(link.lastIndexOf('/') + 1));
        if (tail == null) {
            throw status.at("links", "commit", "href").bad("an address that ends in a full hash");
        }
        return tail;
    }

    private static String workflow(Json status, String key) {
        String name = status.textOrNull("name");
        String bare = name == null ? "" : RUN.matcher(name).replaceFirst("").strip();
        return bare.isEmpty() ? key : bare;
    }
}
