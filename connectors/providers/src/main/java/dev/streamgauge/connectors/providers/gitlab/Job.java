package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A job, whichever way GitLab spells it: job hooks put {@code build_} before the names that the REST API and the list in a pipeline hook have without.
 *
 * @param json the object
 * @param prefix what is before the names
 */
public record Job(Json json, String prefix) {

    /** The job of a job object of the REST API, or of an element of {@code builds} in a pipeline hook. */
    public static Job of(Json json) {
        return new Job(json, "");
    }

    /** The job of the body of a job hook. */
    static Job ofHook(Json body) {
        return new Job(body, "build_");
    }

    String id() throws UnmappableException {
        return json.text(prefix + "id");
    }

    String name() throws UnmappableException {
        return json.text(prefix + "name");
    }

    JobStatus status() throws UnmappableException {
        Json status = json.at(prefix + "status");
        JobStatus known = JobStatus.named(status.text());
        if (known == null) {
            throw status.bad("a job's status, as created, pending, running, manual, success, failed or canceled");
        }
        return known;
    }

    Instant createdAt() throws UnmappableException {
        return json.timeOrNull(prefix + "created_at");
    }

    Instant startedAt() throws UnmappableException {
        return json.timeOrNull(prefix + "started_at");
    }

    Instant finishedAt() throws UnmappableException {
        return status().isFinished() ? json.timeOrNull(prefix + "finished_at") : null;
    }

    /** When only a runner was missing: GitLab says how long it then still waited. Its whole seconds may put that before the creation. */
    Instant readyAt() throws UnmappableException {
        Instant started = startedAt();
        var queued = json.secondsOrNull(prefix + "queued_duration");
        if (started == null || queued == null) {
            return null;
        }
        Instant ready = started.minus(queued);
        Instant created = createdAt();
        return created != null && ready.isBefore(created) ? created : ready;
    }

    String failureReason() {
        return json.textOrNull(prefix + "failure_reason");
    }

    /** The tags that it asks for (REST API) or, as hooks say, those of the runner that took it. */
    List<String> runnerTags() {
        Json tags = json.at("tag_list").isList() ? json.at("tag_list") : json.at("runner", "tags");
        return tags.list().stream()
                .map(Json::textOrNull)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** The environment that it deploys to; null if it deploys nowhere: stopping, preparing or verifying one is no deploy. */
    String deploysTo() {
        String action = json.textOrNull("environment", "action");
        return action == null || action.equals("start") ? json.textOrNull("environment", "name") : null;
    }

    boolean mayFail() {
        return json.isTrue(prefix + "allow_failure");
    }

    /** Its times that are known. */
    Stream<Instant> times() throws UnmappableException {
        List<Instant> times = new ArrayList<>(List.of());
        times.add(createdAt());
        times.add(startedAt());
        times.add(finishedAt());
        return times.stream().filter(Objects::nonNull);
    }
}
