package dev.streamgauge.connectors.providers.gerrit;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Gerrit. A change of Gerrit is a request of ours, its merge a landing. */
public final class GerritProvider implements Provider {

    private static final Set<String> IDLE = Set.of(
            "assignee-changed",
            "change-deleted",
            "dropped-output",
            "hashtags-changed",
            "project-created",
            "project-head-updated",
            "ref-replicated",
            "ref-replication-done",
            "ref-replication-scheduled",
            "reviewer-added",
            "reviewer-deleted",
            "topic-changed",
            "vote-deleted",
            "batch-ref-updated",
            "merge-failed");

    @Override
    public String name() {
        return "gerrit";
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        return Reading.json(delivery, body -> {
            // Older versions of the plugin put the event into an envelope.
            Json event = body.has("header") && body.has("body", "type") ? body.at("body") : body;
            String type = event.textOrNull("type");
            List<SpecificRecord> events = read(type == null ? "" : type, event, Stamp.of(this, delivery), rules);
            return events.isEmpty() ? ignored(type == null ? "" : type) : new Mapped.Events(events);
        });
    }

    private static Mapped ignored(String type) {
        boolean known = IDLE.contains(type) || type.equals("ref-updated");
        return new Mapped.Ignored(known ? type : "other");
    }

    private static List<SpecificRecord> read(String type, Json event, Stamp stamp, DoorRules rules)
            throws UnmappableException {
        return switch (type) {
            case "patchset-created" -> {
                Change change = Change.of(event, stamp, rules);
                yield List.of(change.request(), Commits.known(change));
            }
            case "change-abandoned", "change-restored", "wip-state-changed", "private-state-changed" ->
                List.of(Change.of(event, stamp, rules).request());
            case "comment-added" -> Comments.events(Change.of(event, stamp, rules));
            case "change-merged" -> {
                Change change = Change.of(event, stamp, rules);
                yield List.of(change.request(), Commits.landing(change));
            }
            case "ref-updated" -> RefUpdates.pushes(event, stamp, rules);
            default -> List.of();
        };
    }
}
