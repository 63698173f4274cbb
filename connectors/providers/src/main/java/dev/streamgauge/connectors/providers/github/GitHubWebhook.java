package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** The meaning of each webhook. What is ignored is named by its event, and by its action where that says why. */
final class GitHubWebhook {

    private static final Set<String> QUEUE_REASONS = Set.of("merged", "invalidated", "dequeued");

    private final Stamp stamp;
    private final DoorRules rules;

    GitHubWebhook(Stamp stamp, DoorRules rules) {
        this.stamp = stamp;
        this.rules = rules;
    }

    Mapped map(String event, Json body) throws UnmappableException {
        return switch (event) {
            case "push" -> new GitHubPushes(scene(body)).told(body);
            case "pull_request" -> events(new GitHubRequests(scene(body)).told(body));
            case "pull_request_review" -> reviewed(body);
            case "workflow_run" -> events(run(body));
            case "workflow_job" -> events(new GitHubRuns(scene(body)).job(body.at("workflow_job")));
            case "check_run" -> check(body);
            case "deployment" -> events(new GitHubDeployments(scene(body)).deployment(body.at("deployment")));
            case "deployment_status" -> deployed(body);
            case "deployment_review" -> approval(body);
            case "release" -> released(body);
            case "issues" -> incident(body);
            case "merge_group" -> queued(body);
            case "check_suite", "status", "ping", "deployment_protection_rule" -> new Mapped.Ignored(event);
            default -> new Mapped.Ignored("other");
        };
    }

    private GitHubScene scene(Json body) throws UnmappableException {
        return new GitHubScene(stamp, rules, GitHubRepository.of(body.at("repository"), rules));
    }

    private static Mapped events(SpecificRecord event) {
        return new Mapped.Events(List.of(event));
    }

    private Mapped reviewed(Json body) throws UnmappableException {
        ReviewChanged review =
                new GitHubRequests(scene(body)).reviewed(body.at("pull_request"), List.of(body.at("review")));
        return events(review);
    }

    private BuildChanged run(Json body) throws UnmappableException {
        BuildChanged run =
                new GitHubRuns(scene(body)).run(body.at("workflow_run"), body.textOrNull("workflow", "name"));
        if ("in_progress".equals(body.textOrNull("action")) && run.getOutcome() == null) {
            run.setStartedAt(run.getOccurredAt()); // It was told when it began.
        }
        return run;
    }

    private Mapped check(Json body) throws UnmappableException {
        Json check = body.at("check_run");
        return GitHubChecks.isLeftOut(check)
                ? new Mapped.Ignored("check_run.github-actions")
                : events(new GitHubChecks(scene(body)).check(check));
    }

    private Mapped deployed(Json body) throws UnmappableException {
        Json status = body.at("deployment_status");
        if (GitHubDeployments.isSuperseded(status)) {
            return new Mapped.Ignored("deployment_status.inactive");
        }
        DeployChanged deploy = new GitHubDeployments(scene(body)).status(body.at("deployment"), status);
        return events(deploy);
    }

    /** A rejected job ends, and says so itself. */
    private Mapped approval(Json body) throws UnmappableException {
        return switch (body.text("action")) {
            case "requested", "approved" -> new Mapped.Events(List.copyOf(new GitHubApprovals(scene(body)).told(body)));
            default -> new Mapped.Ignored("deployment_review");
        };
    }

    private Mapped released(Json body) throws UnmappableException {
        Json release = body.at("release");
        GitHubReleases releases = new GitHubReleases(scene(body));
        if (!"published".equals(body.textOrNull("action")) || !releases.isDeploy(release)) {
            return new Mapped.Ignored("release");
        }
        String sha = Sha.full(release.textOrNull("target_commitish"));
        return sha == null ? new Mapped.Ignored("release.without_commit") : events(releases.release(release, sha));
    }

    private Mapped incident(Json body) throws UnmappableException {
        Json issue = body.at("issue");
        GitHubIncidents incidents = new GitHubIncidents(scene(body));
        boolean gone = Set.of("deleted", "transferred").contains(body.text("action"));
        return gone || !incidents.isIncident(issue) ? new Mapped.Ignored("issues") : events(incidents.incident(issue));
    }

    /** Entries of the merge queue have no times, and their requests say themselves when they enter and leave. */
    private static Mapped queued(Json body) {
        String reason = body.textOrNull("reason");
        boolean known = reason != null && QUEUE_REASONS.contains(reason);
        return new Mapped.Ignored(known ? "merge_group." + reason : "merge_group");
    }
}
