package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The webhook {@code deployment_review}: jobs that wait for a reviewer of their environment. It does not name the deployment. */
final class GitHubApprovals {

    private final GitHubScene scene;

    GitHubApprovals(GitHubScene scene) {
        this.scene = scene;
    }

    /** The jobs that are asked about, or approved. */
    List<BuildChanged> told(Json body) throws UnmappableException {
        boolean approved = body.text("action").equals("approved");
        List<Json> jobs = new ArrayList<>(body.list("workflow_job_runs"));
        if (body.has("workflow_job_run")) {
            jobs.add(body.at("workflow_job_run"));
        }
        if (jobs.isEmpty()) {
            throw body.at("workflow_job_run").missing("the job that waits");
        }
        List<BuildChanged> builds = new ArrayList<>();
        for (Json job : jobs) {
            builds.add(approved ? approved(body, job) : requested(body, job));
        }
        return builds;
    }

    private BuildChanged requested(Json body, Json job) throws UnmappableException {
        BuildChanged build = job(body.at("workflow_run"), job, body.time("since"));
        build.setState("waiting");
        build.setApprovalRequestedAt(build.getOccurredAt());
        return build;
    }

    /** {@code since} may be when the waiting began: it was approved when the run changed last. */
    private BuildChanged approved(Json body, Json job) throws UnmappableException {
        Instant since = body.time("since");
        Instant changed = body.timeOrNull("workflow_run", "updated_at");
        BuildChanged build =
                job(body.at("workflow_run"), job, changed == null || changed.isBefore(since) ? since : changed);
        build.setState("queued");
        build.setApprovedAt(build.getOccurredAt());
        return build;
    }

    /** The same job as {@link GitHubRuns#job} tells of. */
    private BuildChanged job(Json run, Json job, Instant at) throws UnmappableException {
        BuildChanged build = new GitHubRuns(scene).run(run, null);
        build.setJob(job.text("name"));
        build.setTrigger(build.getTrigger().equals("merge_group") ? "merge_group" : "other");
        build.setOccurredAt(at);
        build.setHeadRepository(null);
        build.setQueuedAt(null);
        build.setOutcome(null);
        build.setFinishedAt(null);
        build.setUrl(job.textOrNull("html_url"));
        return build;
    }
}
