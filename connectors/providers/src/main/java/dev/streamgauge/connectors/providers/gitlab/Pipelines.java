package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.json.Moments;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Pipelines as whole runs. */
public final class Pipelines {

    /** A nightly run does other things than a push's, and must not turn it green. */
    private static final String SCHEDULED = "scheduled pipeline";

    private Pipelines() {}

    /**
     * The whole run of a pipeline object of the REST API, or of the attributes of a pipeline hook. GitLab retries jobs within the same pipeline: it has one
     * attempt, and ends with what it ended with last.
     *
     * @param jobs the latest job of each name, which say why it failed and when it began; none: not known
     */
    public static BuildChanged of(Json pipeline, Run run, List<Job> jobs) throws UnmappableException {
        JobStatus status = JobStatus.named(pipeline.text("status"));
        if (status == null) {
            throw pipeline.at("status").bad("a pipeline's status, as created, running, manual, success or failed");
        }
        BuildChanged build = run.build();
        build.setWorkflow(run.trigger().equals("schedule") ? SCHEDULED : Run.WORKFLOW);
        build.setState(status.state());
        build.setOutcome(outcome(status, jobs));
        build.setQueuedAt(pipeline.timeOrNull("created_at"));
        build.setStartedAt(startedAt(pipeline, jobs));
        build.setFinishedAt(status.isFinished() ? pipeline.timeOrNull("finished_at") : null);
        build.setUrl(pipeline.textOrNull(pipeline.has("web_url") ? "web_url" : "url"));
        build.setOccurredAt(occurredAt(pipeline, build, jobs));
        return build;
    }

    private static Instant occurredAt(Json pipeline, BuildChanged build, List<Job> jobs) throws UnmappableException {
        Instant latest = Moments.latest(
                pipeline.timeOrNull("updated_at"), build.getQueuedAt(), build.getStartedAt(), build.getFinishedAt());
        for (Job job : jobs) {
            latest = Moments.latest(
                    latest, job.times().max(Comparator.naturalOrder()).orElse(null));
        }
        if (latest == null) {
            throw pipeline.at("created_at").missing("a time");
        }
        return latest;
    }

    /** The hook does not say it, but its jobs do. */
    private static Instant startedAt(Json pipeline, List<Job> jobs) throws UnmappableException {
        if (pipeline.has("started_at")) {
            return pipeline.time("started_at");
        }
        List<Instant> starts = new ArrayList<>();
        for (Job job : jobs) {
            if (job.startedAt() != null) {
                starts.add(job.startedAt());
            }
        }
        return starts.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    /** A pipeline in which all that failed, failed for one other reason than the change, failed for that reason. */
    private static String outcome(JobStatus status, List<Job> jobs) throws UnmappableException {
        TreeSet<String> failures = new TreeSet<>();
        for (Job job : jobs) {
            if (job.status() == JobStatus.FAILED && !job.mayFail()) {
                failures.add(job.status().outcome(job.failureReason()));
            }
        }
        return status == JobStatus.FAILED && failures.size() == 1 ? failures.first() : status.outcome(null);
    }
}
