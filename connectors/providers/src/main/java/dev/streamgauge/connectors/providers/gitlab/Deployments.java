package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.json.Moments;
import dev.streamgauge.events.v1.DeployChanged;
import java.time.Instant;
import java.util.Comparator;

/** Deployments, and the jobs that make them: a deployment has the id of its job, so that both tell of one deploy. */
public final class Deployments {

    private Deployments() {}

    /** The deploy of a deployment object of the REST API; null if it has not begun: GitLab makes one for each manual job that nobody may ever start. */
    public static DeployChanged of(Json deployment, Project project) throws UnmappableException {
        DeployChanged deploy = deploy(deployment.text("status"), project);
        if (deploy == null) {
            return null;
        }
        Json job = deployment.at("deployable");
        deploy.setDeployId(id(job.textOrNull("id"), deployment.text("id")));
        deploy.setEnvironment(deployment.text("environment", "name"));
        deploy.setSha(Git.hash(deployment, "sha"));
        deploy.setCreatedAt(deployment.timeOrNull("created_at"));
        deploy.setStartedAt(job.timeOrNull("started_at"));
        Instant changed = deployment.timeOrNull("updated_at");
        // A deployment that was told by the API has no job: it was touched last when it ended.
        setFinished(deploy, job.has("finished_at") ? job.time("finished_at") : changed);
        Instant latest = Moments.latest(changed, deploy.getCreatedAt(), deploy.getFinishedAt());
        deploy.setOccurredAt(required(latest, deployment, "updated_at"));
        return deploy;
    }

    /** The deploy of a deployment hook, which has the whole hash only in an address; null if it has not begun. */
    static DeployChanged ofHook(Json body, Project project) throws UnmappableException {
        DeployChanged deploy = deploy(body.text("status"), project);
        if (deploy == null) {
            return null;
        }
        Instant changed = body.time("status_changed_at");
        deploy.setDeployId(id(body.textOrNull("deployable_id"), body.text("deployment_id")));
        deploy.setEnvironment(body.text("environment"));
        deploy.setSha(tail(body));
        deploy.setOccurredAt(changed);
        deploy.setUrl(body.textOrNull("deployable_url"));
        deploy.setStartedAt(deploy.getState().equals("running") ? changed : null);
        deploy.setApprovalRequestedAt(deploy.getState().equals("waiting") ? changed : null);
        setFinished(deploy, changed);
        return deploy;
    }

    /** The deploy of a job; null if it deploys nowhere, or has not begun. */
    public static DeployChanged ofJob(Job job, Run run) throws UnmappableException {
        DeployChanged deploy = job.deploysTo() == null ? null : deploy(status(job), run.project());
        if (deploy == null) {
            return null;
        }
        deploy.setDeployId(job.id());
        deploy.setEnvironment(job.deploysTo());
        deploy.setSha(run.sha());
        deploy.setCreatedAt(job.createdAt());
        deploy.setStartedAt(job.startedAt());
        deploy.setUrl(run.project().url() + "/-/jobs/" + job.id());
        setFinished(deploy, job.finishedAt());
        Instant latest = job.times().max(Comparator.naturalOrder()).orElse(null);
        deploy.setOccurredAt(required(latest, job.json(), job.prefix() + "created_at"));
        return deploy;
    }

    /** A job that was cancelled before it ran has deployed nothing, not even in vain. */
    private static String status(Job job) throws UnmappableException {
        return switch (job.status()) {
            case RUNNING, CANCELING -> "running";
            case SUCCESS -> "success";
            case FAILED -> "failed";
            case CANCELED -> job.startedAt() == null ? "created" : "canceled";
            default -> "created";
        };
    }

    private static DeployChanged deploy(String status, Project project) {
        DeployChanged deploy = project.stamp().deploy(project.repository(), null);
        switch (status) {
            case "blocked" -> deploy.setState("waiting");
            case "running" -> deploy.setState("running");
            case "success" -> finish(deploy, "success");
            case "failed" -> finish(deploy, "failure");
            case "canceled" -> finish(deploy, "cancelled");
            default -> deploy = null;
        }
        return deploy;
    }

    private static void finish(DeployChanged deploy, String outcome) {
        deploy.setState("finished");
        deploy.setOutcome(outcome);
    }

    private static void setFinished(DeployChanged deploy, Instant at) {
        deploy.setFinishedAt(deploy.getState().equals("finished") ? at : null);
    }

    private static String id(String job, String deployment) {
        return job == null ? "deployment-" + deployment : job;
    }

    private static String tail(Json body) throws UnmappableException {
        String url = body.text("commit_url");
        String sha = Sha.full(url.substring(url.lastIndexOf('/') + 1));
        if (sha == null) {
            throw body.at("commit_url").bad("an address that ends in a full hash");
        }
        return sha;
    }

    private static Instant required(Instant time, Json json, String field) throws UnmappableException {
        if (time == null) {
            throw json.at(field).missing("a time");
        }
        return time;
    }
}
