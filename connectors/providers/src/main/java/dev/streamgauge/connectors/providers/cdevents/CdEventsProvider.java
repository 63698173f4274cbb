package dev.streamgauge.connectors.providers.cdevents;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.cloudevents.CloudEvent;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.util.Set;

/** CDEvents over HTTP and Kafka, structured, binary or bare. What it tells by name but without repository or commit is ignored, with the word that is missing. */
public final class CdEventsProvider implements Provider {

    /** All subjects of the specification; with the predicates, they keep the kinds of what is ignored few. */
    private static final Set<String> SUBJECTS = Set.of(
            "approval",
            "artifact",
            "branch",
            "build",
            "change",
            "environment",
            "incident",
            "pipelinerun",
            "repository",
            "service",
            "taskrun",
            "testcaserun",
            "testoutput",
            "testsuiterun",
            "ticket");

    private static final Set<String> PREDICATES = Set.of(
            "abandoned",
            "closed",
            "created",
            "deleted",
            "deployed",
            "detected",
            "downloaded",
            "finished",
            "merged",
            "modified",
            "packaged",
            "published",
            "queued",
            "removed",
            "reported",
            "resolved",
            "reviewed",
            "rolledback",
            "signed",
            "skipped",
            "started",
            "updated",
            "upgraded");

    @Override
    public String name() {
        return "cdevents";
    }

    /** Only the binary form says it outside of the body. */
    @Override
    public String deliveryId(Delivery delivery) {
        return CloudEvent.attribute(delivery, "id");
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        Stamp stamp = Stamp.of(this, delivery);
        return Reading.json(delivery, body -> {
            CdEvent event = CdEvent.of(CloudEvent.of(delivery, body));
            return event == null ? new Mapped.Ignored("other") : map(event, stamp, rules);
        });
    }

    private static Mapped map(CdEvent event, Stamp stamp, DoorRules rules) throws UnmappableException {
        if (!SUBJECTS.contains(event.subject()) || !PREDICATES.contains(event.predicate())) {
            return new Mapped.Ignored("other");
        }
        return switch (event.subject()) {
            case "pipelinerun" -> new CdRuns(stamp, rules).pipeline(event);
            case "taskrun" -> new CdRuns(stamp, rules).task(event);
            case "change" -> new CdChanges(stamp, rules).change(event);
            case "service" -> new CdServices(stamp, rules).service(event);
            case "incident" -> new CdIncidents(stamp, rules).incident(event);
            case "approval" -> new CdApprovals(stamp, rules).approval(event);
            default -> new Mapped.Ignored(event.name());
        };
    }
}
