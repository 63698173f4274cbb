package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Jobs of pipelines. */
public final class Jobs {

    /** A pipeline's jobs are made in one go; a retried one is made when the first has failed, which takes a runner at least this long. */
    private static final Duration MADE_TOGETHER = Duration.ofSeconds(30);

    private Jobs() {}

    /**
     * The build of a job.
     *
     * @param attempt from 1: of the REST API, the job's rank by id among those of its name in its pipeline, retried ones included
     */
    public static BuildChanged of(Job job, Run run, int attempt) throws UnmappableException {
        BuildChanged build = run.build();
        JobStatus status = job.status();
        build.setJob(job.name());
        build.setAttempt(attempt);
        build.setState(status.state());
        build.setOutcome(status.outcome(job.failureReason()));
        build.setQueuedAt(job.createdAt());
        build.setReadyAt(job.readyAt());
        build.setStartedAt(job.startedAt());
        build.setFinishedAt(job.finishedAt());
        build.setRunnerLabels(job.runnerTags());
        build.setUrl(run.project().url() + "/-/jobs/" + job.id());
        build.setOccurredAt(job.times()
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> job.json().at(job.prefix() + "created_at").missing("a time")));
        return build;
    }

    /** The attempt of a job hook's job. */
    static int attempt(Json body) {
        Integer retries = body.countOrNull("retries_count");
        return retries == null || retries == Integer.MAX_VALUE ? 1 : retries + 1;
    }

    /**
     * Of the jobs of a pipeline hook those that surely are first attempts. Which attempt a retried job is only its own hook says, and the REST API.
     */
    static List<Job> first(List<Job> jobs) throws UnmappableException {
        Optional<Instant> began = Optional.empty();
        for (Job job : jobs) {
            began = earlier(began, job.createdAt());
        }
        List<Job> first = new ArrayList<>();
        for (Job job : jobs) {
            Instant created = job.createdAt();
            if (created != null && !created.isAfter(began.orElse(created).plus(MADE_TOGETHER))) {
                first.add(job);
            }
        }
        return first;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Instant other) {
        return one.filter(Objects::nonNull)
                .filter(time -> other == null || time.isBefore(other))
                .or(() -> Optional.ofNullable(other));
    }
}
