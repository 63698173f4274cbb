package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.List;
import java.util.TreeSet;

/** Which deploy remedies which, looked up from both ends. */
final class Remediations {

    static final TableSpec<Remedies> REMEDIES = new TableSpec<>(
            "failures",
            "remediations",
            Remedies.class,
            "the remembered rollbacks, and the remembered deploys of reverts and hotfixes");
    static final TableSpec<Remedy> REMEDIED =
            new TableSpec<>("failures", "remedied", Remedy.class, "as many as what the remediations remedy");

    private final Table<Remedies> remedies;
    private final Table<Remedy> remedied;
    private final Kinds kinds;
    private final Repairs repairs;
    private final Agenda agenda;

    Remediations(Tables tables, Kinds kinds, Repairs repairs, Agenda agenda) {
        this.remedies = tables.table(REMEDIES);
        this.remedied = tables.table(REMEDIED);
        this.kinds = kinds;
        this.repairs = repairs;
        this.agenda = agenda;
    }

    /** Decides anew what a deploy remedies. What is said of these depends on it even if they stay the same. */
    void decide(Deploy deploy) {
        Key key = deploy.ref().key(deploy.repository());
        List<Remedy> old = remediedBy(deploy.repository(), deploy.ref());
        List<Remedy> now = deploy.successful() ? find(deploy) : List.of();
        if (!now.equals(old)) {
            old.forEach(target -> remedied.remove(targetKey(deploy, target)));
            now.forEach(target -> remedied.put(targetKey(deploy, target), new Remedy(target.by(), deploy.ref())));
            remedies.put(key, now.isEmpty() ? null : new Remedies(now));
        }
        agenda.verdict(deploy.ref());
        old.forEach(target -> agenda.verdict(target.deploy()));
        now.forEach(target -> agenda.verdict(target.deploy()));
    }

    /** Whether a deploy that it remedies is remembered. */
    boolean remedyRemembered(Deploy deploy, Table<Deploy> deploys) {
        return remediedBy(deploy.repository(), deploy.ref()).stream()
                .anyMatch(target -> deploys.get(target.deploy().key(deploy.repository())) != null);
    }

    void forget(Deploy deploy) {
        remediedBy(deploy.repository(), deploy.ref()).forEach(target -> remedied.forget(targetKey(deploy, target)));
        remedies.forget(deploy.ref().key(deploy.repository()));
    }

    private List<Remedy> find(Deploy deploy) {
        Track track = new Track(deploy.repository(), deploy.ref().lane());
        Finish finish = deploy.finish();
        TreeSet<Remedy> found = new TreeSet<>();
        Kind kind = kinds.kind(track, finish);
        if (kind == Kind.ROLLBACK) {
            found.add(new Remedy(Evidence.ROLLBACK, track.ref(kinds.undoneBy(track, finish))));
        }
        for (Repair repair : repairs.deliveredBy(deploy.repository(), deploy.ref())) {
            found.addAll(reverted(track, finish, repair));
            Finish before = repair.hotfix() && kind.isNew() ? kinds.deploymentBefore(track, finish) : null;
            if (before != null) {
                found.add(new Remedy(Evidence.HOTFIX, track.ref(before)));
            }
        }
        return List.copyOf(found);
    }

    /** The deploys before it that delivered, to the same lane, what a repair reverts. */
    private List<Remedy> reverted(Track track, Finish deploy, Repair repair) {
        return repair.reverts().stream()
                .map(change -> repairs.delivery(track.repository(), change, track.lane()))
                .filter(original -> original != null && original.before(deploy))
                .map(original -> new Remedy(Evidence.REVERT, track.ref(original)))
                .toList();
    }

    /** What a deploy remedies, sorted. */
    private List<Remedy> remediedBy(String repository, DeployRef deploy) {
        Remedies row = remedies.get(deploy.key(repository));
        return row == null ? List.of() : row.remedied();
    }

    /** What makes a deploy a remediation; null: nothing. */
    Evidence remediation(String repository, DeployRef deploy) {
        Remedies row = remedies.get(deploy.key(repository));
        return row == null ? null : row.remediation();
    }

    /** What remedies a deploy. */
    List<Remedy> of(String repository, DeployRef deploy) {
        Key key = deploy.key(repository);
        return remedied.list(key, key.end());
    }

    private static Key targetKey(Deploy remediation, Remedy target) {
        DeployRef ref = remediation.ref();
        return target.deploy()
                .key(remediation.repository())
                .and(target.by().name())
                .and(ref.deployId())
                .and(ref.attempt());
    }
}
