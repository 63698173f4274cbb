package dev.streamgauge.connectors.providers.pagerduty;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.IncidentChanged;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Version 3 webhooks, each with the whole incident. A service of PagerDuty belongs to a repository by the places, under its identifier or its name. */
public final class PagerDutyProvider implements Provider {

    private static final Set<String> SNAPSHOTS = Set.of(
            "incident.triggered",
            "incident.acknowledged",
            "incident.unacknowledged",
            "incident.delegated",
            "incident.escalated",
            "incident.reassigned",
            "incident.reopened",
            "incident.resolved",
            "incident.priority_updated",
            "incident.service_updated");

    @Override
    public String name() {
        return "pagerduty";
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        Stamp stamp = Stamp.of(this, delivery);
        return Reading.json(delivery, body -> map(body.at("event"), stamp, rules));
    }

    private static Mapped map(Json event, Stamp stamp, DoorRules rules) throws UnmappableException {
        String type = event.text("event_type");
        if (!SNAPSHOTS.contains(type)) {
            return new Mapped.Ignored(
                    type.equals("pagey.ping") ? "ping" : "other"); // notes, responders, status updates
        }
        Json data = event.at("data");
        Convention where = new Convention(note -> null, place(data, rules).orElse(null));
        if (where.repository() == null) {
            return new Mapped.Ignored("incident.no_repository");
        }
        IncidentChanged incident = stamp.incident(where.repository(), event.time("occurred_at"));
        incident.setIncidentId(data.text("id"));
        incident.setService(where.incidentService());
        incident.setEnvironment(where.environment());
        describe(incident, type.equals("incident.resolved") ? event.time("occurred_at") : null, data);
        return Mapped.one(incident);
    }

    private static Optional<Place> place(Json data, DoorRules rules) {
        String id = data.textOrNull("service", "id");
        String name = data.textOrNull("service", "summary");
        Optional<Place> byId = id == null ? Optional.empty() : rules.place("pagerduty", id);
        return byId.isPresent() || name == null ? byId : rules.place("pagerduty", name);
    }

    /**
     * The incident need not state the time of its end; the event that resolved it occurred then, and none of what comes after.
     *
     * @param ended null: this is another event
     */
    private static void describe(IncidentChanged incident, Instant ended, Json data) throws UnmappableException {
        boolean resolved = data.text("status").equals("resolved");
        String priority = data.textOrNull("priority", "summary");
        incident.setState(resolved ? "resolved" : "open");
        incident.setOpenedAt(data.timeOrNull("created_at"));
        Instant stated = data.timeOrNull("resolved_at");
        incident.setResolvedAt(!resolved ? null : stated == null ? ended : stated);
        incident.setSeverity(priority == null ? data.textOrNull("urgency") : priority);
        incident.setTitle(data.textOrNull("title"));
        incident.setUrl(data.textOrNull("html_url"));
    }
}
