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
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * What is to be said of the deploys of a repository. An event first moves deploys in the histories of their lanes and notes what that
 * may concern; {@link #settle} then decides that anew.
 */
public final class Failures {

    public static final TableSpec<Verdict> VERDICTS =
            new TableSpec<>("failures", "verdicts", Verdict.class, "as many as deploys");
    public static final TableSpec<Incident> INCIDENTS = new TableSpec<>(
            "failures",
            "incidents",
            Incident.class,
            "the incidents that are open, were resolved within memory, or are put down to a remembered deploy");

    private final Agenda agenda = new Agenda();
    private final Table<Deploy> deploys;
    private final Table<Verdict> verdicts;
    private final Sources sources;
    private final History history;
    private final Deployments deployments;
    private final Measures measures;
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

    /**
     * The models that failures build on.
     *
     * @param horizon epoch milliseconds: what a deploy that finished before was, and what it remedied, is settled
     */
    public record Sources(Changes changes, Ownership ownership, Deliveries deliveries, LongSupplier horizon) {}

    public Failures(Tables tables, Definitions definitions, Sources sources, Listener listener) {
        this.history = new History(tables);
        this.deployments = new Deployments(tables);
        this.measures = new Measures(history, deployments);
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
        for (Deploy deploy : remembered(repository, agenda.takeRuns())) {
            if (deploy.successful() && !settled(deploy)) {
                kinds.decide(new Track(repository, deploy.ref().lane()), deploy.finish());
            }
        }
        remembered(repository, agenda.takeRemediations()).stream()
                .filter(deploy -> !settled(deploy))
                .forEach(remediations::decide);
        agenda.takeIncidents().forEach(id -> told(incidents.attribute(repository, id)));
        remembered(repository, agenda.takeVerdicts()).forEach(deploy -> judge(repository, deploy.ref()));
    }

    /** The deploys around one that is over may be forgotten: nothing more can be decided by them. */
    private boolean settled(Deploy deploy) {
        return deploy.successful()
                && deploy.finishedAt() < sources.horizon().getAsLong()
                && kinds.kind(new Track(deploy.repository(), deploy.ref().lane()), deploy.finish()) != null;
    }

    private List<Deploy> remembered(String repository, List<DeployRef> refs) {
        return refs.stream()
                .map(ref -> deploys.get(ref.key(repository)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether a deploy that is over says what later ones are, or takes part in what is not over. */
    public boolean needs(Deploy deploy, long horizon) {
        Track track = new Track(deploy.repository(), deploy.ref().lane());
        boolean laneOver = sources.deliveries().isOver(track.repository(), track.lane(), horizon);
        return (deploy.successful() && !laneOver && measures.contain(track, deploy.finish(), horizon))
                || remediations.remedyRemembered(deploy, deploys)
                || incidents.of(deploy.repository(), deploy.ref()).stream()
                        .map(blame -> incidents.incident(deploy.repository(), blame.incident()))
                        .anyMatch(incident -> !incident.endedBefore(horizon));
    }

    /** Whether a change takes part in what is not over: its deploy repairs another, it is reverted, or an incident names a commit of it. */
    public boolean needs(Change change) {
        return repairs.deployRemembered(change.repository(), change.id(), deploys)
                || repairs.reverts(change.repository(), change.id())
                || change.watched().stream().anyMatch(sha -> index.names(change.repository(), sha));
    }

    /** Whether an incident names a commit. */
    public boolean needs(String repository, String sha) {
        return index.names(repository, sha);
    }

    /** Whether an incident is put down to a deploy that is remembered. */
    public boolean needs(Incident incident) {
        return incidents.deployRemembered(incident, deploys);
    }

    /** Forgets what goes with a deploy that is forgotten. */
    public void forget(Deploy deploy) {
        verdicts.forget(deploy.ref().key(deploy.repository()));
        remediations.forget(deploy);
        if (deploy.successful()) {
            Track track = new Track(deploy.repository(), deploy.ref().lane());
            deployments.forget(track, deploy.finish());
            history.forget(track, deploy.finish());
        }
    }

    /** Forgets what goes with a change that is forgotten. */
    public void forgetChange(String repository, String change) {
        repairs.forget(repository, change);
    }

    /** Forgets what goes with an incident that is forgotten. */
    public void forget(Incident incident) {
        incidents.forget(incident);
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
