package dev.streamgauge.processors.landings;

import static dev.streamgauge.processors.landings.Links.Kind.DEPENDENT;
import static dev.streamgauge.processors.landings.Links.Kind.SEEKER;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where commits off main left it. What a search finds is remembered for every commit that it passes, because the tags of a release
 * branch share almost all their ancestors; what a new commit makes doubtful is forgotten.
 */
public final class ForkPoints {

    public static final TableSpec<ForkPoint> FORK_POINTS = new TableSpec<>(
            "landings",
            "fork-points",
            ForkPoint.class,
            "the remembered commits off main that were deployed, and their ancestors off main, each with the picks on its way");

    private final Table<ForkPoint> remembered;
    private final Landings landings;

    public ForkPoints(Tables tables, Landings landings) {
        this.remembered = tables.table(FORK_POINTS);
        this.landings = landings;
    }

    /** The place of a commit on main, and what it carries. */
    public Fork of(String repository, String sha) {
        CommitNode commit = landings.commit(repository, sha);
        if (commit.onMain()) {
            return fork(Fork.Kind.ON_MAIN, ForkPoint.of(commit));
        }
        ForkPoint known = remembered.get(key(repository, sha));
        ForkPoint found = known == null ? new ForkSearch(repository, landings, remembered).from(commit) : known;
        if (found.position() != null) {
            return fork(Fork.Kind.FORK_POINT, found);
        }
        return fork(commit.listed() ? Fork.Kind.OFF_MAIN : Fork.Kind.SHA_UNKNOWN, found);
    }

    private static Fork fork(Fork.Kind kind, ForkPoint found) {
        return new Fork(kind, found.position(), found.picks());
    }

    /** Forgets what the revisions make doubtful; answers the deployed commits that must be joined again. */
    public Set<String> concernedBy(List<CommitRevision> revisions) {
        Set<String> concerned = new LinkedHashSet<>();
        for (CommitRevision revision : revisions) {
            concerned.addAll(revision.after().linked(DEPENDENT));
            if (revision.moved() || revision.wayChanged()) {
                forget(revision.repository(), revision.after().sha(), concerned);
            }
        }
        return concerned;
    }

    /** Forgets what goes with a commit that is forgotten. */
    public void forget(String repository, String sha) {
        remembered.forget(key(repository, sha));
    }

    private void forget(String repository, String from, Set<String> concerned) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> doubtful = new ArrayDeque<>(seen);
        while (!doubtful.isEmpty()) {
            String sha = doubtful.pop();
            CommitNode commit = landings.commit(repository, sha);
            remembered.remove(key(repository, sha));
            if (commit.linked(DEPENDENT).contains(sha)) {
                concerned.add(sha);
            }
            commit.linked(SEEKER).stream().filter(seen::add).forEach(doubtful::push);
        }
    }

    static Key key(String repository, String sha) {
        return Key.of(repository).and(sha);
    }
}
