package dev.streamgauge.processors.deliveries;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.landings.CommitRevision;
import dev.streamgauge.processors.landings.Fork;
import dev.streamgauge.processors.landings.ForkPoints;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.ownership.Ownership;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.List;

/** The deploys, joined to their commits: where on main these are, and which changes own them. */
final class DeployedCommits {
    static final TableSpec<DeployedCommit> DEPLOYED = new TableSpec<>(
            "deliveries", "deployed-commits", DeployedCommit.class, "the commits that were ever deployed");

    private final Table<Deploy> deploys;
    private final Table<DeployedCommit> deployed;
    private final ForkPoints forks;
    private final Ownership ownership;
    private final DeployListener moved;
    private final DeployListener listener;

    DeployedCommits(
            Tables tables, Landings landings, Ownership ownership, DeployListener moved, DeployListener listener) {
        this.deploys = tables.table(Deliveries.DEPLOYS);
        this.deployed = tables.table(DEPLOYED);
        this.forks = new ForkPoints(tables, landings);
        this.ownership = ownership;
        this.moved = moved;
        this.listener = listener;
    }

    /** What is known of a deployed commit; never null. */
    DeployedCommit commit(String repository, String sha) {
        DeployedCommit commit = deployed.get(commitKey(repository, sha));
        return commit == null ? DeployedCommit.NEVER : commit;
    }

    Deploy apply(DeployChanged event) {
        Deploy snapshot = Deploy.of(event);
        Deploy before = deploys.get(snapshot.ref().key(snapshot.repository()));
        Deploy after = before == null ? snapshot : before.merge(snapshot);
        if (before != null && !before.sha().equals(after.sha())) {
            list(before, false);
        }
        if (before == null || !before.sha().equals(after.sha())) {
            list(after, true);
        }
        Fork fork = forks.of(after.repository(), after.sha());
        List<String> owners = ownership.watch(after.repository(), after.sha());
        revise(before, after.at(fork, !owners.isEmpty()));
        return after;
    }

    /** Joins again whatever depends on commits of which more is known: its place or its owner may be another. */
    void commitsRevised(String repository, List<CommitRevision> revisions) {
        forks.concernedBy(revisions).forEach(sha -> rejoin(repository, sha));
    }

    /** Joins the deploys of a commit again. */
    void rejoin(String repository, String sha) {
        List<DeployRef> refs = commit(repository, sha).deploys();
        if (refs.isEmpty()) {
            return;
        }
        Fork fork = forks.of(repository, sha);
        List<String> owners = ownership.owners(repository, sha);
        for (DeployRef ref : refs) {
            Deploy before = deploys.get(ref.key(repository));
            revise(before, before.at(fork, !owners.isEmpty()));
        }
    }

    /** The earliest successful deploy to a lane of a commit that the change owns; null: none. */
    Finish firstOf(Change change, Lane lane) {
        Finish first = null;
        for (String sha : change.watched()) {
            for (DeployRef ref : commit(change.repository(), sha).deploys()) {
                Deploy deploy = deploys.get(ref.key(change.repository()));
                if (ref.lane().equals(lane) && deploy.successful()) {
                    first = Lattice.least(first, deploy.finish());
                }
            }
        }
        return first;
    }

    private void revise(Deploy before, Deploy after) {
        if (!after.equals(before)) {
            deploys.put(after.ref().key(after.repository()), after);
            moved.revised(before, after);
            listener.revised(before, after);
        }
    }

    private void list(Deploy deploy, boolean add) {
        DeployedCommit commit = commit(deploy.repository(), deploy.sha());
        List<DeployRef> refs =
                add ? Lattice.with(commit.deploys(), deploy.ref()) : Lattice.without(commit.deploys(), deploy.ref());
        deployed.put(commitKey(deploy.repository(), deploy.sha()), new DeployedCommit(refs));
    }

    private static Key commitKey(String repository, String sha) {
        return Key.of(repository).and(sha);
    }
}
