package dev.streamgauge.connectors.providers.buildkite;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;
import java.util.Set;

/** {@code build.*} and {@code job.*}. What the objects say is told, not what the event is called: they are snapshots. */
public final class BuildkiteProvider implements Provider {

    private static final Set<String> BUILDS =
            Set.of("build.scheduled", "build.running", "build.failing", "build.finished", "build.skipped");
    private static final Set<String> JOBS = Set.of("job.scheduled", "job.started", "job.finished", "job.activated");

    @Override
    public String name() {
        return "buildkite";
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        Stamp stamp = Stamp.of(this, delivery);
        return Reading.json(delivery, body -> map(body, stamp, rules));
    }

    private static Mapped map(Json body, Stamp stamp, DoorRules rules) throws UnmappableException {
        String event = body.text("event");
        if (!BUILDS.contains(event) && !JOBS.contains(event)) {
            return new Mapped.Ignored(event.equals("ping") ? "ping" : "other");
        }
        if (JOBS.contains(event) && !BuildkiteJob.isMeasured(body.at("job"))) {
            return new Mapped.Ignored(event + ".no_command"); // it waits or triggers: no runner works for it
        }
        BuildkiteBuild build = BuildkiteBuild.of(body.at("build"), body.at("pipeline"), rules);
        if (build.repository() == null || build.sha() == null) {
            return new Mapped.Ignored(event + (build.repository() == null ? ".no_repository" : ".no_sha"));
        }
        BuildChanged told = JOBS.contains(event)
                ? BuildkiteJob.of(body.at("job"), build, stamp)
                : build.run(stamp, event.equals("build.skipped"));
        return told == null ? new Mapped.Ignored(event) : Mapped.one(told);
    }
}
