package dev.streamgauge.connectors.providers.alertmanager;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.IncidentChanged;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A notification of a {@code webhook_config}, version 4: a group of alerts, each of which is an incident of its own. */
public final class AlertmanagerProvider implements Provider {

    static final String NO_REPOSITORY = "alert.no_repository";

    @Override
    public String name() {
        return "alertmanager";
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        Stamp stamp = Stamp.of(this, delivery);
        return Reading.json(delivery, body -> map(body, stamp, rules));
    }

    private static Mapped map(Json body, Stamp stamp, DoorRules rules) throws UnmappableException {
        if (!body.at("alerts").isList()) {
            throw body.at("alerts").missing("a list of alerts");
        }
        List<SpecificRecord> incidents = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        for (Json json : body.list("alerts")) {
            Alert alert = new Alert(json, rules);
            if (alert.where().repository() == null) {
                ignored.add(NO_REPOSITORY);
            } else {
                incidents.add(incident(alert, stamp));
            }
        }
        return incidents.isEmpty()
                ? new Mapped.Ignored(ignored.isEmpty() ? "empty" : NO_REPOSITORY)
                : new Mapped.Events(incidents, ignored);
    }

    private static IncidentChanged incident(Alert alert, Stamp stamp) throws UnmappableException {
        Convention where = alert.where();
        IncidentChanged incident =
                stamp.incident(where.repository(), alert.isResolved() ? alert.endsAt() : alert.startsAt());
        incident.setIncidentId(alert.id());
        incident.setState(alert.isResolved() ? "resolved" : "open");
        incident.setOpenedAt(alert.startsAt());
        incident.setResolvedAt(alert.endsAt());
        incident.setService(where.incidentService());
        incident.setEnvironment(where.environment());
        incident.setSha(where.sha());
        incident.setSeverity(where.text("severity"));
        incident.setTitle(alert.title());
        incident.setUrl(alert.link());
        return incident;
    }
}
