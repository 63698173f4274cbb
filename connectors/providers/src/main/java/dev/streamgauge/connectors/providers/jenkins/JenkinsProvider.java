package dev.streamgauge.connectors.providers.jenkins;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The Notification plugin's JSON. Its older versions state no times, its newer ones a {@code timestamp} of the phase: where there is none, the event occurred when
 * it arrived, and the build's own times stay unknown. COMPLETED comes before the steps after the build, which may still change the result: it is not the end,
 * FINALIZED is.
 */
public final class JenkinsProvider implements Provider {

    @Override
    public String name() {
        return "jenkins";
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        Stamp stamp = Stamp.of(this, delivery);
        return Reading.json(delivery, body -> map(body, stamp, rules));
    }

    private static Mapped map(Json body, Stamp stamp, DoorRules rules) throws UnmappableException {
        String phase = body.text("build", "phase").toLowerCase(Locale.ROOT);
        if (!phase.matches("queued|started|completed|finalized")) {
            return new Mapped.Ignored("other"); // NONE, a note that somebody sent by hand
        }
        JenkinsJob job = JenkinsJob.of(body.textOrNull("url"), body.text("name"));
        String branch = JenkinsBuild.branch(body.textOrNull("build", "scm", "branch"));
        String repository = JenkinsBuild.repository(body.textOrNull("build", "scm", "url"), job, branch, rules);
        String sha = Sha.full(body.textOrNull("build", "scm", "commit"));
        if (repository == null || sha == null) {
            return new Mapped.Ignored(phase + (repository == null ? ".no_repository" : ".no_sha"));
        }
        Instant at = time(body);
        BuildChanged build = stamp.build(repository, at);
        build.setRunId(job.runId(body.text("build", "number")));
        build.setSha(sha);
        build.setUrl(body.textOrNull("build", "full_url"));
        JenkinsBuild.fill(build, job, branch, rules);
        progress(build, phase, at, body);
        return Mapped.one(build);
    }

    /** Zero is what the plugin writes where it does not know. */
    private static Instant time(Json body) throws UnmappableException {
        Instant stated = body.timeOrNull("build", "timestamp");
        return Instant.EPOCH.equals(stated) ? null : stated;
    }

    private static void progress(BuildChanged build, String phase, Instant at, Json body) throws UnmappableException {
        switch (phase) {
            case "queued" -> {
                build.setState("queued");
                build.setQueuedAt(at);
            }
            case "started" -> {
                build.setState("running");
                build.setStartedAt(at);
            }
            case "completed" -> {
                build.setState("running");
                build.setStartedAt(started(at, body.numberOrNull("build", "duration")));
            }
            default -> {
                build.setState("finished");
                build.setOutcome(outcome(body));
                build.setFinishedAt(at);
            }
        }
    }

    /** COMPLETED tells begin plus duration as its time. */
    private static Instant started(Instant completed, Long duration) {
        boolean told = completed != null
                && duration != null
                && duration > 0
                && duration < Duration.ofDays(365).toMillis();
        return told ? completed.minusMillis(duration) : null;
    }

    private static String outcome(Json body) throws UnmappableException {
        String outcome = JenkinsBuild.outcome(body.text("build", "status"));
        if (outcome == null) {
            throw body.at("build", "status").bad("SUCCESS, UNSTABLE, FAILURE, NOT_BUILT or ABORTED");
        }
        return outcome;
    }
}
