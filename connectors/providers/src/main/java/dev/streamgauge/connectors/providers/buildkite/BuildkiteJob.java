package dev.streamgauge.connectors.providers.buildkite;

import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;
import java.util.List;

/** A job: a command step that an agent runs. A block step is no job of ours, but its release is the approval of its build. */
final class BuildkiteJob {

    private BuildkiteJob() {}

    static boolean isMeasured(Json job) {
        String type = job.textOrNull("type");
        return type == null || type.equals("script") || type.equals("manual");
    }

    /** What a job says; null if it says nothing that is measured. */
    static BuildChanged of(Json job, BuildkiteBuild build, Stamp stamp) throws UnmappableException {
        return "manual".equals(job.textOrNull("type")) ? released(job, build, stamp) : command(job, build, stamp);
    }

    private static BuildChanged released(Json job, BuildkiteBuild build, Stamp stamp) throws UnmappableException {
        Instant at = job.timeOrNull("unblocked_at");
        if (at == null) {
            return null;
        }
        BuildChanged run = build.base(stamp, at);
        run.setState("running");
        run.setApprovedAt(at);
        return run;
    }

    private static BuildChanged command(Json job, BuildkiteBuild build, Stamp stamp) throws UnmappableException {
        Instant created = job.timeOrNull("created_at");
        Instant started = job.timeOrNull("started_at");
        Instant ended = job.timeOrNull("finished_at");
        Instant begun = started == null ? created : started;
        String outcome = outcome(job);
        BuildChanged told = build.base(stamp, outcome != null && ended != null ? ended : begun);
        told.setJob(name(job));
        told.setAttempt(attempt(job));
        told.setState(outcome == null ? state(job) : "finished");
        told.setOutcome(outcome);
        told.setQueuedAt(created);
        told.setReadyAt(job.timeOrNull("runnable_at"));
        told.setStartedAt(started);
        told.setFinishedAt(outcome == null ? null : ended);
        told.setRunnerLabels(labels(job));
        told.setUrl(job.textOrNull("web_url"));
        return told;
    }

    /** A retry is a new job of the same name, which counts those before it. Parallel jobs of one step share its name, and are told apart by their number. */
    private static int attempt(Json job) {
        Integer retries = job.countOrNull("retries_count");
        return retries == null || retries == Integer.MAX_VALUE ? 1 : retries + 1;
    }

    private static String name(Json job) throws UnmappableException {
        String label = job.textOrNull("name");
        String key = job.textOrNull("step_key");
        String name = label == null ? key : label;
        Integer index = job.countOrNull("parallel_group_index");
        Integer total = job.countOrNull("parallel_group_total");
        if (name == null) {
            return job.text("id");
        }
        return index == null || total == null ? name : "%s %d/%d".formatted(name, index + 1L, total);
    }

    private static List<String> labels(Json job) {
        return job.list("agent_query_rules").stream()
                .map(Json::textOrNull)
                .filter(label -> label != null)
                .toList();
    }

    private static String state(Json job) throws UnmappableException {
        return switch (job.text("state")) {
            case "running", "canceling", "timing_out" -> "running";
            case "blocked", "waiting", "limiting", "limited" -> "waiting";
            default -> "queued";
        };
    }

    /** A job that may fail says so: then its failure is no verdict. One that expired found no agent in time. */
    private static String outcome(Json job) throws UnmappableException {
        return switch (job.text("state")) {
            case "passed" -> "success";
            case "failed" -> job.isTrue("soft_failed") ? "neutral" : "failure";
            case "finished" -> finished(job);
            case "canceled" -> "cancelled";
            case "timed_out" -> "timed_out";
            case "expired" -> "infrastructure_error";
            case "skipped", "broken" -> "skipped";
            default -> null;
        };
    }

    private static String finished(Json job) {
        Long status = job.numberOrNull("exit_status");
        boolean passed = job.isTrue("passed") || (status != null && status == 0);
        return passed ? "success" : job.isTrue("soft_failed") ? "neutral" : "failure";
    }
}
