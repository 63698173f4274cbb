package dev.streamgauge.connectors.providers.devlake;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.IncidentChanged;
import java.time.Instant;
import java.util.Optional;

/** An issue of type incident. DevLake's issues name no repository: the place of the webhook gives it, or that of the component, or our own field {@code repoUrl}. */
final class DevLakeIncidents {

    private final Stamp stamp;
    private final DoorRules rules;
    private final DevLakePath path;

    DevLakeIncidents(Stamp stamp, DoorRules rules, DevLakePath path) {
        this.stamp = stamp;
        this.rules = rules;
        this.path = path;
    }

    Mapped posted(Json body) throws UnmappableException {
        String type = body.textOrNull("type");
        if (type != null && !type.equalsIgnoreCase("INCIDENT")) {
            return new Mapped.Ignored("issue");
        }
        String key = body.text(Either.name(body, "issueKey", "issue_key"));
        Convention where = where(body);
        if (where.repository() == null) {
            return new Mapped.Ignored("incident.no_repository");
        }
        boolean resolved = "DONE".equalsIgnoreCase(body.text("status"));
        IncidentChanged incident = stamp.incident(where.repository(), occurred(body, resolved));
        incident.setIncidentId(key);
        incident.setState(resolved ? "resolved" : "open");
        incident.setResolvedAt(resolved ? Either.time(body, "resolutionDate", "resolution_date") : null);
        describe(incident, body, where);
        return Mapped.one(incident);
    }

    private static void describe(IncidentChanged incident, Json body, Convention where) throws UnmappableException {
        incident.setService(where.incidentService());
        incident.setEnvironment(where.environment());
        incident.setDeployId(Either.text(body, "deploymentId", "deployment_id"));
        incident.setOpenedAt(Either.time(body, "createdDate", "created_date"));
        incident.setSeverity(body.textOrNull("severity"));
        incident.setTitle(body.textOrNull("title"));
        incident.setUrl(body.textOrNull("url"));
    }

    /** Of an issue that is done, when it was done: an earlier post that arrives later must not open it again. */
    private static Instant occurred(Json body, boolean resolved) throws UnmappableException {
        Instant updated = Either.time(body, "updatedDate", "updated_date");
        Instant done = Either.time(body, "resolutionDate", "resolution_date");
        if (resolved && done != null) {
            return updated != null && updated.isAfter(done) ? updated : done;
        }
        return updated != null || resolved ? updated : Either.time(body, "createdDate", "created_date");
    }

    private Convention where(Json body) {
        Optional<Place> place = place(path.connection()).or(() -> place(body.textOrNull("component")));
        String own = Either.text(body, "repository", "repoUrl", "repo_url");
        return new Convention(name -> name.equals("repository") ? own : body.textOrNull(name), place.orElse(null));
    }

    /** An issue that is closed by its address, without a body. When that was, nobody says. */
    Mapped closed() {
        Convention where = new Convention(name -> null, place(path.connection()).orElse(null));
        if (where.repository() == null) {
            return new Mapped.Ignored("close.no_repository");
        }
        IncidentChanged incident = stamp.incident(where.repository(), null);
        incident.setIncidentId(path.issue());
        incident.setState("resolved");
        incident.setService(where.incidentService());
        incident.setEnvironment(where.environment());
        return Mapped.one(incident);
    }

    private Optional<Place> place(String name) {
        return name == null ? Optional.empty() : rules.place("devlake", name);
    }
}
