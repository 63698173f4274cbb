package dev.streamgauge.checks.alerts;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Builds that wait for a runner, told of a minute after they come and a minute after they leave. */
final class Queue {

    static final String REPOSITORY = "github.com/acme/shop";
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final Instant start;
    private final List<Arrival> arrivals = new ArrayList<>();

    Queue(Instant start) {
        this.start = start;
    }

    Queue comes(String run, Duration after) {
        return told(build(run, "queued", after));
    }

    Queue leaves(String run, Duration after) {
        BuildChanged build = build(run, "running", after);
        build.setStartedAt(start.plus(after));
        return told(build);
    }

    private BuildChanged build(String run, String state, Duration after) {
        BuildChanged build = Blank.build(REPOSITORY);
        Envelope.happened(build, "github", start.plus(after).toEpochMilli());
        build.setRunId(run);
        build.setWorkflow("ci");
        build.setSha("a".repeat(40));
        build.setTrigger("push");
        build.setState(state);
        if (state.equals("queued")) {
            build.setQueuedAt(start.plus(after));
        }
        return build;
    }

    private Queue told(BuildChanged build) {
        Instant at = build.getOccurredAt().plus(UNDER_WAY);
        Envelope.received(build, "b" + arrivals.size(), at.toEpochMilli());
        arrivals.add(new Arrival(at.toEpochMilli(), build));
        return this;
    }

    /** As it came in. */
    List<Arrival> live() {
        Collections.sort(arrivals);
        return List.copyOf(arrivals);
    }

    /** The same, received at once and long after. */
    List<Arrival> backfilled(Instant moment) {
        return arrivals.stream()
                .map(arrival -> {
                    BuildChanged build = Envelope.copy((BuildChanged) arrival.event());
                    Envelope.received(build, build.getEventId(), moment.toEpochMilli());
                    return new Arrival(moment.toEpochMilli(), build);
                })
                .toList();
    }
}
