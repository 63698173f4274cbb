package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.ArrayList;
import java.util.List;

/** Finds the incidents that a deploy may have to do with: by its id, by its commit, and by its lane and time. */
final class IncidentIndex {

    static final TableSpec<IncidentRef> INDEX = new TableSpec<>(
            "failures", "incidents-by-name", IncidentRef.class, "three times as many as incidents, at most");

    private static final String ID = "deploy_id";
    private static final String SHA = "sha";
    private static final String LANE = "lane";
    /** Stands for all services or environments. One that is really called so is looked at once too often, which does no harm. */
    private static final String ANY = "*";

    private final Table<IncidentRef> index;
    private final Agenda agenda;

    IncidentIndex(Tables tables, Agenda agenda) {
        this.index = tables.table(INDEX);
        this.agenda = agenda;
    }

    /** Files an incident under what it names, and no longer under what it named before (null: nothing). */
    void file(Incident before, Incident after) {
        List<Key> old = before == null ? List.of() : keys(before);
        List<Key> now = keys(after);
        if (!old.equals(now)) {
            old.forEach(index::remove);
            now.forEach(key -> index.put(key, new IncidentRef(after.id())));
        }
    }

    void forget(Incident incident) {
        keys(incident).forEach(index::forget);
    }

    /** Whether an incident names a commit. */
    boolean names(String repository, String sha) {
        Key commit = Key.of(repository).and(SHA).and(sha);
        return index.first(commit, commit.end()) != null;
    }

    private static List<Key> keys(Incident incident) {
        Key repository = Key.of(incident.repository());
        Incident.Names names = incident.names();
        List<Key> keys = new ArrayList<>();
        if (names.deployId() != null) {
            keys.add(repository.and(ID).and(names.deployId()).and(incident.id()));
        }
        if (names.sha() != null) {
            keys.add(repository.and(SHA).and(names.sha()).and(incident.id()));
        }
        keys.add(lane(incident.repository(), orAny(names.service()), orAny(names.environment()))
                .and(incident.openedAt())
                .and(incident.id()));
        return keys;
    }

    /** A deploy of a commit came, went or moved: those that name the commit are doubtful. */
    void commitMoved(String repository, String sha) {
        Key commit = Key.of(repository).and(SHA).and(sha);
        doubt(commit, commit.end());
    }

    /**
     * A deployment came, went or moved. Doubtful are those that name it, and those of its lane that began between it and the next
     * deployment: to all later ones, that one is nearer.
     *
     * @param next null: there is none
     */
    void deploymentMoved(Track track, Finish deployment, Finish next) {
        Key id = Key.of(track.repository()).and(ID).and(deployment.deployId());
        doubt(id, id.end());
        for (String service : List.of(track.lane().service(), ANY)) {
            for (String environment : List.of(track.lane().environment(), ANY)) {
                Key lane = lane(track.repository(), service, environment);
                doubt(lane.and(deployment.at()), next == null ? lane.end() : lane.and(next.at()));
            }
        }
    }

    private void doubt(Key from, Key to) {
        index.list(from, to).forEach(incident -> agenda.incident(incident.id()));
    }

    private static Key lane(String repository, String service, String environment) {
        return Key.of(repository).and(LANE).and(service).and(environment);
    }

    private static String orAny(String name) {
        return name == null ? ANY : name;
    }
}
