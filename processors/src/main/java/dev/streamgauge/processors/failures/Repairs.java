package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.deliveries.Lane;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.List;
import java.util.Objects;

/** The changes that are hotfixes or revert others: by the deploys that delivered them, and by what they revert. */
final class Repairs {

    static final TableSpec<Repair> REPAIRS = new TableSpec<>(
            "failures", "repairs", Repair.class, "the remembered changes that are hotfixes or revert others");
    static final TableSpec<ChangeRef> OF_DEPLOY = new TableSpec<>(
            "failures", "repairs-by-deploy", ChangeRef.class, "the repairs, in each lane that they reached");
    static final TableSpec<ChangeRef> OF_REVERTED =
            new TableSpec<>("failures", "repairs-by-reverted", ChangeRef.class, "what the repairs revert");

    private final Table<Repair> repairs;
    private final Table<ChangeRef> ofDeploy;
    private final Table<ChangeRef> ofReverted;
    private final Changes changes;
    private final Deliveries deliveries;
    private final Agenda agenda;

    Repairs(Tables tables, Changes changes, Deliveries deliveries, Agenda agenda) {
        this.repairs = tables.table(REPAIRS);
        this.ofDeploy = tables.table(OF_DEPLOY);
        this.ofReverted = tables.table(OF_REVERTED);
        this.changes = changes;
        this.deliveries = deliveries;
        this.agenda = agenda;
    }

    /**
     * Looks at a change again of which more is known, or that was delivered otherwise. Doubtful are the deploys that it is or was
     * delivered by, if it is a repair, and those that delivered what reverts it.
     */
    Change review(String repository, String id) {
        Change change = changes.change(repository, id);
        Repair before = repairs.get(key(repository, id));
        Repair after = Repair.is(change) ? Repair.of(change, deploys(repository, id)) : null;
        if (before != null) {
            before.deploys().forEach(agenda::remediation);
        }
        if (after != null) {
            after.deploys().forEach(agenda::remediation);
        }
        if (!Objects.equals(before, after)) {
            file(repository, before, false);
            file(repository, after, true);
            repairs.put(key(repository, id), after);
        }
        for (ChangeRef reverting : list(ofReverted, key(repository, id))) {
            repairs.get(key(repository, reverting.id())).deploys().forEach(agenda::remediation);
        }
        return change;
    }

    private void file(String repository, Repair repair, boolean add) {
        if (repair == null) {
            return;
        }
        ChangeRef ref = add ? new ChangeRef(repair.change()) : null;
        repair.deploys().forEach(deploy -> ofDeploy.put(deploy.key(repository).and(repair.change()), ref));
        repair.reverts()
                .forEach(reverted -> ofReverted.put(key(repository, reverted).and(repair.change()), ref));
    }

    /** The repairs that a deploy delivered. */
    List<Repair> deliveredBy(String repository, DeployRef deploy) {
        return list(ofDeploy, deploy.key(repository)).stream()
                .map(change -> repairs.get(key(repository, change.id())))
                .toList();
    }

    /** The end of the deploy that delivered a change to a lane; null: none did. */
    Finish delivery(String repository, String id, Lane lane) {
        return deliveries.of(repository, id).stream()
                .filter(delivery -> delivery.lane().equals(lane))
                .map(Delivery::finish)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<DeployRef> deploys(String repository, String id) {
        return deliveries.of(repository, id).stream()
                .filter(delivery -> delivery.finish() != null)
                .map(delivery -> new Track(repository, delivery.lane()).ref(delivery.finish()))
                .toList();
    }

    /** Whether a change is a repair, and a deploy that delivered it is remembered. */
    boolean deployRemembered(String repository, String id, Table<Deploy> facts) {
        Repair repair = repairs.get(key(repository, id));
        return repair != null
                && repair.deploys().stream().anyMatch(deploy -> facts.get(deploy.key(repository)) != null);
    }

    /** Whether a repair that reverts a change is remembered. */
    boolean reverts(String repository, String id) {
        Key key = key(repository, id);
        return ofReverted.first(key, key.end()) != null;
    }

    void forget(String repository, String id) {
        Repair repair = repairs.get(key(repository, id));
        if (repair != null) {
            repair.deploys()
                    .forEach(deploy -> ofDeploy.forget(deploy.key(repository).and(id)));
            repair.reverts()
                    .forEach(reverted ->
                            ofReverted.forget(key(repository, reverted).and(id)));
            repairs.forget(key(repository, id));
        }
    }

    private static List<ChangeRef> list(Table<ChangeRef> table, Key prefix) {
        return table.list(prefix, prefix.end());
    }

    private static Key key(String repository, String id) {
        return Key.of(repository).and(id);
    }
}
