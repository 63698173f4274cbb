package dev.streamgauge.processors.failures;

import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.ownership.Ownership;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.Objects;

/**
 * What is to be said of the deploys of a repository. An event first moves deploys in the histories of their lanes and notes what that
 * may concern; {@link #settle} then decides that anew.
 */
public final class Failures {

    public static final TableSpec<Verdict> VERDICTS =
            new TableSpec<>("failures", "verdicts", Verdict.class, "the attempts to deploy");
    public static final TableSpec<Incident> INCIDENTS =
            new TableSpec<>("failures", "incidents", Incident.class, "the repository's incidents");

    private final Agenda agenda = new Agenda();
    private final Table<Deploy> deploys;
    private final Table<Verdict> verdicts;
    private final Sources sources;
    private final IncidentIndex index;
    private final Repairs repairs;
    private final Kinds kinds;
    private final Remediations remediations;
    private final Incidents incidents;
    private final Judge judge;
    private final Listener listener;

    /** Told of each revision of an incident; before is null for a new one. */
    @FunctionalInterface
    public interface Listener {
        void revised(Incident before, Incident after);
    }

    /** The models that failures build on. */
    public record Sources(Changes changes, Ownership ownership, Deliveries deliveries) {}

    public Failures(Tables tables, Definitions definitions, Sources sources, Listener listener) {
        History history = new History(tables);
        Deployments deployments = new Deployments(tables);
        this.sources = sources;
        this.index = new IncidentIndex(tables, agenda);
        this.repairs = new Repairs(tables, sources.changes(), sources.deliveries(), agenda);
        this.deploys = tables.table(Deliveries.DEPLOYS);
        this.verdicts = tables.table(VERDICTS);
        this.kinds = new Kinds(history, deployments, sources.deliveries(), index, agenda);
        this.remediations = new Remediations(tables, kinds, repairs, agenda);
        this.incidents =
                new Incidents(tables, index, new Attribution(history, deployments, sources, definitions), agenda);
        this.judge = new Judge(deploys, kinds, remediations, incidents);
        this.listener = listener;
    }

    /** Learns from an incident's snapshot. */
    public void apply(IncidentChanged event) {
        Incidents.Revised revised = incidents.apply(event);
        String sha = revised.after().names().sha();
        if (sha != null) {
            sources.ownership().watch(event.getRepository(), sha);
        }
        told(revised);
    }

    /** Learns from a change that was revised. */
    public void changeRevised(Change before, Change after) {
        if (before.hotfix() != after.hotfix() || !before.reverts().equals(after.reverts())) {
            agenda.change(after.id());
        }
    }

    /** Learns that other changes own a watched commit. */
    public void ownersRevised(String repository, String sha) {
        index.commitMoved(repository, sha);
    }

    /** Learns from a revision of a delivery; before is null for a new one, after for one that is gone. */
    public void deliveryRevised(Delivery before, Delivery after) {
        Finish old = before == null ? null : before.finish();
        Finish now = after == null ? null : after.finish();
        if (!Objects.equals(old, now)) {
            agenda.change((after == null ? before : after).change());
        }
    }

    /** Learns from a revision of a deploy; before is null for a new one. */
    public void deployRevised(Deploy before, Deploy after) {
        Track track = new Track(after.repository(), after.ref().lane());
        Finish old = before == null || !before.successful() ? null : before.finish();
        Finish now = after.successful() ? after.finish() : null;
        if (!Objects.equals(old, now)) {
            if (old != null) {
                kinds.left(track, old);
            }
            if (now != null) {
                kinds.arrived(track, now);
            }
        }
        agenda.verdict(after.ref());
    }

    /** Decides what is open. */
    public void settle(String repository) {
        for (String id : agenda.takeChanges()) {
            repairs.review(repository, id).watched().forEach(sha -> index.commitMoved(repository, sha));
        }
        for (DeployRef ref : agenda.takeRuns()) {
            Deploy deploy = deploys.get(ref.key(repository));
            if (deploy.successful()) {
                kinds.decide(new Track(repository, ref.lane()), deploy.finish());
            }
        }
        agenda.takeRemediations().forEach(ref -> remediations.decide(deploys.get(ref.key(repository))));
        agenda.takeIncidents().forEach(id -> told(incidents.attribute(repository, id)));
        agenda.takeVerdicts().forEach(ref -> judge(repository, ref));
    }

    private void judge(String repository, DeployRef ref) {
        Verdict verdict = judge.of(repository, ref);
        if (!verdict.equals(verdicts.get(ref.key(repository)))) {
            verdicts.put(ref.key(repository), verdict);
        }
    }

    private void told(Incidents.Revised revised) {
        if (!revised.after().equals(revised.before())) {
            listener.revised(revised.before(), revised.after());
        }
    }
}
