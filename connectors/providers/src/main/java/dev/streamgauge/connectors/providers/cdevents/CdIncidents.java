package dev.streamgauge.connectors.providers.cdevents;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.IncidentChanged;
import java.util.Set;

/** An incident: detected or reported, then resolved. */
final class CdIncidents {

    private static final Set<String> PREDICATES = Set.of("detected", "reported", "resolved");

    private final Stamp stamp;
    private final DoorRules rules;

    CdIncidents(Stamp stamp, DoorRules rules) {
        this.stamp = stamp;
        this.rules = rules;
    }

    Mapped incident(CdEvent event) throws UnmappableException {
        if (!PREDICATES.contains(event.predicate())) {
            return new Mapped.Ignored("other");
        }
        String service = event.content().textOrNull("service", "id");
        Convention notes = CdNotes.of(event, rules, service);
        if (notes.repository() == null) {
            return new Mapped.Ignored(event.name() + ".no_repository");
        }
        boolean resolved = event.is("resolved");
        IncidentChanged incident = stamp.incident(notes.repository(), event.time());
        incident.setIncidentId(event.subjectId());
        incident.setState(resolved ? "resolved" : "open");
        incident.setOpenedAt(resolved ? null : event.time());
        incident.setResolvedAt(resolved ? event.time() : null);
        describe(incident, event, notes);
        return Mapped.one(incident);
    }

    private static void describe(IncidentChanged incident, CdEvent event, Convention notes) {
        String service = event.content().textOrNull("service", "id");
        String environment = event.content().textOrNull("environment", "id");
        incident.setService(notes.service() == null ? service : notes.service());
        incident.setEnvironment(notes.environment() == null ? environment : notes.environment());
        incident.setDeployId(notes.text("deploy_id"));
        incident.setSha(incident.getState().equals("open") ? notes.sha() : null);
        incident.setSeverity(notes.text("severity"));
        incident.setTitle(event.content().textOrNull("description"));
        incident.setUrl(event.content().textOrNull("ticketURI"));
    }
}
