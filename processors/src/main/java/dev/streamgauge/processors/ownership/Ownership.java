package dev.streamgauge.processors.ownership;

import static dev.streamgauge.processors.landings.Links.Kind.BRINGER;
import static dev.streamgauge.processors.landings.Links.Kind.DEPENDENT;
import static dev.streamgauge.processors.landings.Links.Kind.REQUEST;

import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.landings.CommitNode;
import dev.streamgauge.processors.landings.CommitRevision;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.landings.Membership;
import dev.streamgauge.processors.landings.Membership.Member;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The owners of watched commits. A commit is watched as long as it is remembered; an event costs as much as watched commits depend on what it revised. */
public final class Ownership {

    public static final TableSpec<Watched> WATCHED = new TableSpec<>(
            "changes",
            "watched-commits",
            Watched.class,
            "the remembered commits that were ever deployed, picked, reverted or blamed");

    private final Table<Watched> watched;
    private final Landings landings;
    private final Changes changes;
    private final Listener listener;

    /** Told when other changes own a watched commit than before; both lists are sorted. */
    @FunctionalInterface
    public interface Listener {
        void ownersRevised(String repository, String sha, List<String> before, List<String> after);
    }

    public Ownership(Tables tables, Landings landings, Changes changes, Listener listener) {
        this.watched = tables.table(WATCHED);
        this.landings = landings;
        this.changes = changes;
        this.listener = listener;
    }

    /** The changes that own a commit now, sorted. From now on the listener is told of others, and these know that they own it. */
    public List<String> watch(String repository, String sha) {
        Watched known = watched.get(key(repository, sha));
        return known == null ? revise(repository, sha, List.of()) : known.owners();
    }

    /** The changes that own a commit, sorted. */
    public List<String> owners(String repository, String sha) {
        Watched known = watched.get(key(repository, sha));
        return known == null ? find(repository, landings.commit(repository, sha)) : known.owners();
    }

    /** Learns from commits of which more is known: the watched ones that depend on them may have other owners. */
    public void commitsRevised(String repository, List<CommitRevision> revisions) {
        Set<String> concerned = new LinkedHashSet<>();
        revisions.forEach(revision -> concerned.addAll(revision.after().linked(DEPENDENT)));
        for (String sha : concerned) {
            Watched known = watched.get(key(repository, sha));
            if (known != null) {
                List<String> owners = revise(repository, sha, known.owners());
                if (!owners.equals(known.owners())) {
                    listener.ownersRevised(repository, sha, known.owners(), owners);
                }
            }
        }
    }

    /** Finds the owners, and tells those that have gained or lost the commit. */
    private List<String> revise(String repository, String sha, List<String> before) {
        CommitNode node = landings.link(repository, sha, DEPENDENT, sha);
        node.linked(BRINGER).forEach(bringer -> landings.link(repository, bringer, DEPENDENT, sha));
        List<String> owners = find(repository, node);
        watched.put(key(repository, sha), new Watched(owners));
        before.stream().filter(id -> !owners.contains(id)).forEach(id -> changes.owns(repository, id, sha, false));
        owners.stream().filter(id -> !before.contains(id)).forEach(id -> changes.owns(repository, id, sha, true));
        return owners;
    }

    private List<String> find(String repository, CommitNode node) {
        List<String> owners = List.of();
        for (String bringer : node.linked(BRINGER)) {
            for (Member member : landings.membership(repository, bringer).members()) {
                if (!member.carried() || bringer.equals(node.sha())) {
                    owners = Lattice.with(owners, member.change());
                }
            }
        }
        for (String request : node.linked(REQUEST)) {
            if (!landings.isCarrier(repository, request)) {
                owners = Lattice.with(owners, Membership.requestId(repository, request));
            }
        }
        return owners;
    }

    /** Forgets what goes with a commit that is forgotten. */
    public void forget(String repository, String sha) {
        watched.forget(key(repository, sha));
    }

    private static Key key(String repository, String sha) {
        return Key.of(repository).and(sha);
    }
}
