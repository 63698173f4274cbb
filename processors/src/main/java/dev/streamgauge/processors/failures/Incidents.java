package dev.streamgauge.processors.failures;

import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.List;

/** The incidents, and for each deploy those that are put down to it. */
final class Incidents {

    static final TableSpec<Blame> BLAMES = new TableSpec<>(
            "failures",
            "blames",
            Blame.class,
            "as many as incidents, but for those that are put down to several deploys");

    private final Table<Incident> incidents;
    private final Table<Blame> blames;
    private final IncidentIndex index;
    private final Attribution attribution;
    private final Agenda agenda;

    Incidents(Tables tables, IncidentIndex index, Attribution attribution, Agenda agenda) {
        this.incidents = tables.table(Failures.INCIDENTS);
        this.blames = tables.table(BLAMES);
        this.index = index;
        this.attribution = attribution;
        this.agenda = agenda;
    }

    /** An incident before and after a revision; before is null for a new one. */
    record Revised(Incident before, Incident after) {}

    Revised apply(IncidentChanged event) {
        Incident snapshot = Incident.of(event);
        Incident before = incidents.get(key(snapshot.repository(), snapshot.id()));
        Incident merged = before == null ? snapshot : before.merge(snapshot);
        index.file(before, merged);
        return revise(before, merged);
    }

    /** Puts an incident down to deploys anew. */
    Revised attribute(String repository, String id) {
        Incident known = incidents.get(key(repository, id));
        return revise(known, known);
    }

    private Revised revise(Incident before, Incident known) {
        Incident after = attribution.of(known);
        if (!after.equals(before)) {
            incidents.put(key(after.repository(), after.id()), after);
            List<DeployRef> old = before == null ? List.of() : before.deploys();
            old.forEach(deploy -> blames.remove(blameKey(after, deploy)));
            after.deploys()
                    .forEach(deploy -> blames.put(blameKey(after, deploy), new Blame(after.id(), after.evidence())));
            agenda.verdicts(old);
            agenda.verdicts(after.deploys());
        }
        return new Revised(before, after);
    }

    /** What is put down to a deploy, by the incidents' ids. */
    List<Blame> of(String repository, DeployRef deploy) {
        Key key = deploy.key(repository);
        return blames.list(key, key.end());
    }

    Incident incident(String repository, String id) {
        return incidents.get(key(repository, id));
    }

    /** Whether a deploy that an incident is put down to is remembered. */
    boolean deployRemembered(Incident incident, Table<Deploy> deploys) {
        return incident.deploys().stream().anyMatch(deploy -> deploys.get(deploy.key(incident.repository())) != null);
    }

    void forget(Incident incident) {
        index.forget(incident);
        incident.deploys().forEach(deploy -> blames.forget(blameKey(incident, deploy)));
    }

    private static Key key(String repository, String id) {
        return Key.of(repository).and(id);
    }

    private static Key blameKey(Incident incident, DeployRef deploy) {
        return deploy.key(incident.repository()).and(incident.id());
    }
}
