package dev.streamgauge.connectors.connect.polling.jenkins;

import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.jenkins.JenkinsBuild;
import dev.streamgauge.connectors.providers.jenkins.JenkinsJob;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** What a build object of the API means: named and judged as the webhook's, with the times and the cause that the webhook does not know. */
record BuildFacts(DoorRules rules) {

    /** None, if neither address nor rules tell the repository, or it checked nothing out: such a build is not joined to anything. */
    List<SpecificRecord> of(Json json, Stamp stamp) throws UnmappableException {
        JenkinsJob job = JenkinsJob.of(json.text("url"), json.text("url"));
        Json checkout = checkout(json);
        String branch = checkout == null
                ? null
                : JenkinsBuild.branch(checkout.list("lastBuiltRevision", "branch").stream()
                        .map(each -> each.textOrNull("name"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        String sha = checkout == null ? null : Sha.full(checkout.textOrNull("lastBuiltRevision", "SHA1"));
        String repository = checkout == null ? null : JenkinsBuild.repository(remote(checkout), job, branch, rules);
        if (repository == null || sha == null) {
            return List.of();
        }
        BuildChanged build = stamp.build(repository, json.time("timestamp"));
        build.setRunId(job.runId(json.text("number")));
        build.setSha(sha);
        build.setUrl(json.textOrNull("url"));
        JenkinsBuild.fill(build, job, branch, rules);
        setTrigger(build, json);
        setTimes(build, json);
        return List.of(build);
    }

    /** The first checkout is that of the repository whose build it is; libraries come after it. */
    private static Json checkout(Json json) {
        return json.list("actions").stream()
                .filter(action -> action.has("lastBuiltRevision"))
                .findFirst()
                .orElse(null);
    }

    private static String remote(Json checkout) {
        return checkout.list("remoteUrls").stream()
                .map(Json::textOrNull)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void setTrigger(BuildChanged build, Json json) {
        if (!"push".equals(build.getTrigger())) {
            return;
        }
        json.list("actions").stream()
                .flatMap(action -> action.list("causes").stream())
                .map(cause -> Objects.requireNonNullElse(cause.textOrNull("_class"), ""))
                .findFirst()
                .ifPresent(cause -> build.setTrigger(trigger(cause)));
    }

    private static String trigger(String cause) {
        if (cause.endsWith("UserIdCause")) {
            return "manual";
        }
        if (cause.endsWith("TimerTriggerCause")) {
            return "schedule";
        }
        return cause.endsWith("UpstreamCause") || cause.endsWith("RemoteCause") ? "other" : "push";
    }

    private static void setTimes(BuildChanged build, Json json) throws UnmappableException {
        Instant created = json.time("timestamp");
        Long duration = json.numberOrNull("duration");
        Json waits = json.list("actions").stream()
                .filter(action -> action.has("buildableDurationMillis"))
                .findFirst()
                .orElse(null);
        if (waits != null) {
            setQueued(build, waits, created);
        }
        build.setStartedAt(created);
        String outcome = json.isTrue("building") ? null : JenkinsBuild.outcome(json.textOrNull("result"));
        build.setState(outcome == null ? "running" : "finished");
        build.setOutcome(outcome);
        if (outcome != null && duration != null && duration >= 0) {
            build.setFinishedAt(created.plusMillis(duration));
            build.setOccurredAt(build.getFinishedAt());
        }
    }

    /** The Metrics plugin says how long it waited for what before it began. */
    private static void setQueued(BuildChanged build, Json waits, Instant began) {
        long runner = orZero(waits.numberOrNull("buildableDurationMillis"));
        long blocked = orZero(waits.numberOrNull("blockedDurationMillis"))
                + orZero(waits.numberOrNull("waitingDurationMillis"));
        build.setReadyAt(began.minusMillis(runner));
        build.setQueuedAt(began.minusMillis(runner + blocked));
    }

    private static long orZero(Long millis) {
        return millis == null ? 0 : Math.max(0, millis);
    }
}
