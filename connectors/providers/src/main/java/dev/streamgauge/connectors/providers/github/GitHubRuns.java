package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs of workflows, and their jobs. */
public final class GitHubRuns {

    private static final Pattern QUEUE = Pattern.compile("gh-readonly-queue/.+/pr-([0-9]{1,18})-[0-9a-f]+");
    private static final String UNKNOWN = "unknown";

    private final GitHubScene scene;

    public GitHubRuns(GitHubScene scene) {
        this.scene = scene;
    }

    /**
     * A run object. It never states when it began to run: that is the earliest start of its jobs.
     *
     * @param workflow the name of its workflow, as the workflow object has it; null: not known, then the run's own name is taken
     */
    public BuildChanged run(Json run, String workflow) throws UnmappableException {
        BuildChanged build = scene.stamp().build(scene.repository().name(), run.time("updated_at"));
        build.setRunId(run.text("id"));
        build.setAttempt(attempt(run));
        build.setWorkflow(workflow == null ? workflow(run) : workflow);
        build.setTrigger(GitHubWords.trigger(run.textOrNull("event")));
        setCommit(build, run);
        build.setHeadRepository(scene.repository().other(run.at("head_repository")));
        build.setRequest(request(build, run));
        // A rerun keeps the creation time of the first attempt.
        build.setQueuedAt(run.timeOrNull(build.getAttempt() == 1 ? "created_at" : "run_started_at"));
        setState(build, run);
        build.setFinishedAt(build.getOutcome() == null ? null : build.getOccurredAt());
        return build;
    }

    /** A job object. It does not say what started its run. */
    public BuildChanged job(Json job) throws UnmappableException {
        Instant created = job.timeOrNull("created_at");
        BuildChanged build = scene.stamp().build(scene.repository().name(), created);
        build.setRunId(job.text("run_id"));
        build.setAttempt(attempt(job));
        build.setJob(job.text("name"));
        build.setWorkflow(Objects.requireNonNullElse(job.textOrNull("workflow_name"), UNKNOWN));
        setCommit(build, job);
        build.setTrigger(queued(build) == null ? "other" : "merge_group");
        build.setRequest(queued(build));
        build.setRunnerLabels(job.list("labels").stream()
                .map(Json::textOrNull)
                .filter(Objects::nonNull)
                .sorted()
                .toList());
        build.setQueuedAt(created);
        setState(build, job);
        setTimes(build, job);
        return build;
    }

    private static int attempt(Json build) {
        Integer attempt = build.countOrNull("run_attempt");
        return attempt == null || attempt == 0 ? 1 : attempt;
    }

    /** A workflow may name each run as it likes; then only its file has a name that stays. */
    static String workflow(Json run) {
        String name = run.textOrNull("name");
        boolean own = name != null && !name.equals(run.textOrNull("display_title"));
        String path = own ? name : run.textOrNull("path");
        return path == null ? Objects.requireNonNullElse(name, UNKNOWN) : path.replaceFirst("\\.(ya?ml)@.*$", ".$1");
    }

    private void setCommit(BuildChanged build, Json told) throws UnmappableException {
        build.setSha(told.text("head_sha"));
        build.setBranch(told.textOrNull("head_branch"));
        build.setDefaultBranch(scene.repository().defaultBranch());
        build.setUrl(told.textOrNull("html_url"));
    }

    private static void setState(BuildChanged build, Json told) throws UnmappableException {
        build.setState(GitHubWords.buildState(told));
        if (build.getState().equals("finished")) {
            build.setOutcome(GitHubWords.outcome(told));
        }
    }

    /** While a job waits, its start is its creation. One that was skipped, or cancelled before a runner took it, never began. */
    private static void setTimes(BuildChanged build, Json job) throws UnmappableException {
        boolean waits = build.getState().equals("queued") || build.getState().equals("waiting");
        Long runner = job.numberOrNull("runner_id");
        boolean idle = "skipped".equals(build.getOutcome())
                || ("cancelled".equals(build.getOutcome())
                        && (runner == null || runner == 0)
                        && job.list("steps").isEmpty());
        build.setStartedAt(waits || idle ? null : job.timeOrNull("started_at"));
        build.setFinishedAt(build.getOutcome() == null ? null : job.timeOrNull("completed_at"));
        build.setApprovalRequestedAt(build.getState().equals("waiting") ? build.getQueuedAt() : null);
        if (build.getFinishedAt() != null) {
            build.setOccurredAt(build.getFinishedAt());
        } else if (build.getStartedAt() != null) {
            build.setOccurredAt(build.getStartedAt());
        }
    }

    /** The request whose entry of the merge queue the branch is; null: it is none. */
    private static String queued(BuildChanged build) {
        Matcher branch = QUEUE.matcher(Objects.requireNonNullElse(build.getBranch(), ""));
        return branch.matches() ? branch.group(1) : null;
    }

    /** A run lists every request of its commit, whatever started it. Those of a fork are not listed. */
    private String request(BuildChanged build, Json run) {
        return switch (build.getTrigger()) {
            case "merge_group" -> queued(build);
            case "pull_request" -> request(run.list("pull_requests"), scene.repository());
            default -> null;
        };
    }

    /** The first of the requests to this repository; null: there is none. */
    static String request(List<Json> requests, GitHubRepository repository) {
        return requests.stream()
                .filter(request -> {
                    String target = request.textOrNull("base", "repo", "url");
                    return target == null || repository.isAt(target);
                })
                .map(request -> request.textOrNull("number"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
