package dev.streamgauge.connectors.providers.circleci;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;

/** {@code workflow-completed} and {@code job-completed}. There are no others: what waits or runs is told by nobody. A rerun is a new workflow of the same pipeline. */
public final class CircleCiProvider implements Provider {

    @Override
    public String name() {
        return "circleci";
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        Stamp stamp = Stamp.of(this, delivery);
        return Reading.json(delivery, body -> map(body, stamp, rules));
    }

    private static Mapped map(Json body, Stamp stamp, DoorRules rules) throws UnmappableException {
        String type = body.text("type");
        if (!type.equals("workflow-completed") && !type.equals("job-completed")) {
            return new Mapped.Ignored(type.equals("ping") ? "ping" : "other");
        }
        CircleCiSource source = CircleCiSource.of(body, rules);
        if (source.repository() == null || source.sha() == null) {
            return new Mapped.Ignored(type + (source.repository() == null ? ".no_repository" : ".no_sha"));
        }
        BuildChanged build = stamp.build(source.repository(), body.time("happened_at"));
        build.setRunId(body.text("workflow", "id"));
        build.setWorkflow(body.text("workflow", "name"));
        build.setUrl(body.textOrNull("workflow", "url"));
        source.fill(build, rules);
        build.setState("finished");
        if (type.equals("job-completed")) {
            job(build, body);
        } else {
            workflow(build, body);
        }
        return Mapped.one(build);
    }

    private static void workflow(BuildChanged build, Json body) throws UnmappableException {
        build.setOutcome(outcome(body.at("workflow", "status")));
        build.setQueuedAt(body.timeOrNull("workflow", "created_at"));
        build.setFinishedAt(body.timeOrNull("workflow", "stopped_at"));
    }

    private static void job(BuildChanged build, Json body) throws UnmappableException {
        build.setJob(body.text("job", "name"));
        build.setOutcome(outcome(body.at("job", "status")));
        build.setStartedAt(body.timeOrNull("job", "started_at"));
        build.setFinishedAt(body.timeOrNull("job", "stopped_at"));
    }

    /** An error is CircleCI's own, before the commit was judged. What is not authorised waits for somebody who may use its context. */
    private static String outcome(Json status) throws UnmappableException {
        return switch (status.text()) {
            case "success" -> "success";
            case "failed" -> "failure";
            case "error", "infrastructure_fail" -> "infrastructure_error";
            case "timedout" -> "timed_out";
            case "canceled" -> "cancelled";
            case "unauthorized" -> "action_required";
            case "not_run" -> "skipped";
            default -> throw status.bad("success, failed, error, canceled or unauthorized");
        };
    }
}
