package dev.streamgauge.processors.deliveries;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.processors.landings.CommitRevision;
import dev.streamgauge.processors.landings.Fork;
import dev.streamgauge.processors.landings.ForkPoints;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.ownership.Ownership;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.List;

/** The deploys, joined to their commits: where on main these are, which changes own them, and which others they carry as cherry-picks. */
final class DeployedCommits {

    static final TableSpec<DeployedCommit> DEPLOYED = new TableSpec<>(
            "deliveries",
            "deployed-commits",
            DeployedCommit.class,
            "the commits of remembered deploys that carry cherry-picks");
    static final TableSpec<DeployRef> DEPLOYS_OF_COMMIT =
            new TableSpec<>("deliveries", "deploys-of-commit", DeployRef.class, "as many as deploys");
    static final TableSpec<Carrier> CARRIERS = new TableSpec<>(
            "deliveries", "carriers", Carrier.class, "the cherry-picks that commits of remembered deploys carry");

    private final Table<Deploy> deploys;
    private final Table<DeployedCommit> deployed;
    private final Table<DeployRef> deploysOfCommit;
    private final Table<Carrier> carriers;
    private final ForkPoints forks;
    private final Ownership ownership;
    private final Listener listener;

    /** Told of deploys that were revised, and of commits that come to be carried by a deployed one, or no longer are. */
    interface Listener {

        void revised(Deploy before, Deploy after);

        void carried(String repository, String picked, List<DeployRef> deploys);
    }

    DeployedCommits(Tables tables, Landings landings, Ownership ownership, Listener listener) {
        this.deploys = tables.table(Deliveries.DEPLOYS);
        this.deployed = tables.table(DEPLOYED);
        this.deploysOfCommit = tables.table(DEPLOYS_OF_COMMIT);
        this.carriers = tables.table(CARRIERS);
        this.forks = new ForkPoints(tables, landings);
        this.ownership = ownership;
        this.listener = listener;
    }

    Deploy apply(DeployChanged event) {
        Deploy snapshot = Deploy.of(event);
        Deploy before = deploys.get(snapshot.ref().key(snapshot.repository()));
        Deploy after = before == null ? snapshot : before.merge(snapshot);
        if (before == null || !before.sha().equals(after.sha())) {
            if (before != null) {
                deploysOfCommit.remove(listed(before));
            }
            deploysOfCommit.put(listed(after), after.ref());
        }
        Fork fork = forks.of(after.repository(), after.sha());
        carry(after.repository(), after.sha(), fork);
        List<String> owners = ownership.watch(after.repository(), after.sha());
        revise(before, after.at(fork, !owners.isEmpty()));
        return after;
    }

    /** Joins again whatever depends on commits of which more is known: its place may be another. */
    void commitsRevised(String repository, List<CommitRevision> revisions) {
        forks.concernedBy(revisions).forEach(sha -> rejoin(repository, sha));
    }

    /** Joins the deploys of a commit again. */
    void rejoin(String repository, String sha) {
        List<DeployRef> refs = deploysOf(repository, sha);
        if (refs.isEmpty()) {
            return;
        }
        Fork fork = forks.of(repository, sha);
        carry(repository, sha, fork);
        boolean owned = !ownership.owners(repository, sha).isEmpty();
        for (DeployRef ref : refs) {
            Deploy before = deploys.get(ref.key(repository));
            revise(before, before.at(fork, owned));
        }
    }

    Deploy deploy(String repository, DeployRef ref) {
        return deploys.get(ref.key(repository));
    }

    /** The commits that a deployed commit carries as cherry-picks, sorted. */
    List<String> picks(String repository, String sha) {
        DeployedCommit commit = deployed.get(commitKey(repository, sha));
        return commit == null ? List.of() : commit.picks();
    }

    /** The deployed commits that carry a commit. */
    List<Carrier> carriers(String repository, String sha) {
        Key key = commitKey(repository, sha);
        return carriers.list(key, key.end());
    }

    private void revise(Deploy before, Deploy after) {
        if (!after.equals(before)) {
            deploys.put(after.ref().key(after.repository()), after);
            listener.revised(before, after);
        }
    }

    /** Notes what a deployed commit carries, and has it watched who owns that. */
    private void carry(String repository, String sha, Fork fork) {
        List<String> known = picks(repository, sha);
        List<String> picks = fork.picks();
        if (picks.equals(known)) {
            return;
        }
        deployed.put(commitKey(repository, sha), picks.isEmpty() ? null : new DeployedCommit(picks));
        known.forEach(pick -> carriers.remove(commitKey(repository, pick).and(sha)));
        for (String pick : picks) {
            carriers.put(commitKey(repository, pick).and(sha), new Carrier(sha));
            ownership.watch(repository, pick);
        }
        List<DeployRef> refs = deploysOf(repository, sha);
        known.stream().filter(pick -> !picks.contains(pick)).forEach(pick -> listener.carried(repository, pick, refs));
        picks.stream().filter(pick -> !known.contains(pick)).forEach(pick -> listener.carried(repository, pick, refs));
    }

    /** Whether a deploy of a commit is remembered. */
    boolean remembersDeploysOf(String repository, String sha) {
        Key key = commitKey(repository, sha);
        return deploysOfCommit.first(key, key.end()) != null;
    }

    /** Forgets a deploy and, if it was the last of its commit, what that carries. */
    void forget(Deploy deploy) {
        String repository = deploy.repository();
        deploysOfCommit.forget(listed(deploy));
        if (!remembersDeploysOf(repository, deploy.sha())) {
            picks(repository, deploy.sha())
                    .forEach(pick -> carriers.forget(commitKey(repository, pick).and(deploy.sha())));
            deployed.forget(commitKey(repository, deploy.sha()));
        }
    }

    /** Forgets what goes with a commit that is forgotten. */
    void forgetCommit(String repository, String sha) {
        forks.forget(repository, sha);
    }

    private List<DeployRef> deploysOf(String repository, String sha) {
        Key key = commitKey(repository, sha);
        return deploysOfCommit.list(key, key.end());
    }

    private static Key listed(Deploy deploy) {
        return deploy.ref().appendTo(commitKey(deploy.repository(), deploy.sha()));
    }

    private static Key commitKey(String repository, String sha) {
        return Key.of(repository).and(sha);
    }
}
