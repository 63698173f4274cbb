package dev.streamgauge.connectors.providers.buildkite;

import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.BuildChanged;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A build, with its pipeline.
 *
 * @param repository canonical. Null: not said
 * @param sha null: not known yet; a build begun by hand says HEAD until an agent has looked
 * @param main the default branch. Null: not said
 */
record BuildkiteBuild(Json json, String workflow, String repository, String sha, String main) {

    static BuildkiteBuild of(Json build, Json pipeline, DoorRules rules) throws UnmappableException {
        String slug = pipeline.text("slug");
        String url = pipeline.textOrNull("repository");
        String named = url == null ? null : RepositoryName.ofUrl(url);
        String repository = named == null
                ? rules.place("buildkite", slug).map(Place::repository).orElse(null)
                : named;
        String main = pipeline.textOrNull("default_branch");
        return new BuildkiteBuild(
                build,
                slug,
                repository,
                Sha.full(build.textOrNull("commit")),
                main == null && repository != null ? rules.defaultBranch(repository) : main);
    }

    /** What is the same for the run and for each of its jobs. */
    BuildChanged base(Stamp stamp, Instant occurredAt) throws UnmappableException {
        BuildChanged build = stamp.build(repository, occurredAt);
        boolean request = json.has("pull_request", "id");
        String head = json.textOrNull("pull_request", "repository");
        String from = request && head != null ? RepositoryName.ofUrl(head) : null;
        build.setRunId(json.text("id"));
        build.setWorkflow(workflow);
        build.setSha(sha);
        build.setBranch(json.textOrNull("branch"));
        build.setDefaultBranch(main);
        build.setRequest(request ? json.textOrNull("pull_request", "id") : null);
        build.setHeadRepository(repository.equals(from) ? null : from);
        build.setTrigger(request ? "pull_request" : trigger());
        build.setUrl(json.textOrNull("web_url"));
        return build;
    }

    private String trigger() {
        String source = json.textOrNull("source");
        return switch (source == null ? "" : source) {
            case "webhook" -> "push";
            case "schedule" -> "schedule";
            case "ui", "api" -> "manual";
            default -> "other";
        };
    }

    /** The run. One that is blocked says that it is finished and has passed, but waits at a block step: it is not over. */
    BuildChanged run(Stamp stamp, boolean skipped) throws UnmappableException {
        boolean blocked = json.isTrue("blocked");
        String outcome = skipped ? "skipped" : outcome(json.text("state"));
        boolean finished = outcome != null && !blocked;
        Instant created = json.timeOrNull("created_at");
        Instant started = json.timeOrNull("started_at");
        Instant ended = json.timeOrNull("finished_at");
        BuildChanged build = base(
                stamp,
                Stream.of(ended == null ? started : ended, created)
                        .filter(t -> t != null)
                        .findFirst()
                        .orElse(null));
        build.setState(finished ? "finished" : state(blocked));
        build.setOutcome(finished ? outcome : null);
        build.setQueuedAt(created);
        build.setReadyAt(json.timeOrNull("scheduled_at"));
        build.setStartedAt(started);
        build.setFinishedAt(finished ? ended : null);
        return build;
    }

    private String state(boolean blocked) throws UnmappableException {
        return switch (json.text("state")) {
            case "scheduled", "creating" -> "queued";
            case "blocked" -> "waiting";
            default -> blocked ? "waiting" : "running";
        };
    }

    private static String outcome(String state) {
        return switch (state) {
            case "passed" -> "success";
            case "failed" -> "failure";
            case "canceled" -> "cancelled";
            case "skipped", "not_run" -> "skipped";
            default -> null;
        };
    }
}
