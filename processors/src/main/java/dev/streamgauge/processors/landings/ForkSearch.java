package dev.streamgauge.processors.landings;

import static dev.streamgauge.processors.landings.Links.Kind.PARENT;
import static dev.streamgauge.processors.landings.Links.Kind.SEEKER;

import dev.streamgauge.processors.table.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * A search through the parents of a commit off main, depth first, for the greatest position on main and the picks on the way, those of
 * the commits on main that it comes to included. Git knows no circles of parents, but a broken source may tell of one: what was found
 * while a commit in the circle was still open is not remembered, for it may lack something.
 */
final class ForkSearch {

    /** A commit whose parents are being searched. */
    private static final class Open {
        private final String sha;
        private final Iterator<String> parents;
        private ForkPoint found;
        private boolean incomplete;

        Open(CommitNode commit) {
            this.sha = commit.sha();
            this.parents = commit.linked(PARENT).iterator();
            this.found = ForkPoint.of(commit);
        }
    }

    private final String repository;
    private final Landings landings;
    private final Table<ForkPoint> remembered;
    private final Deque<Open> path = new ArrayDeque<>();
    private final Map<String, Open> seen = new HashMap<>();

    ForkSearch(String repository, Landings landings, Table<ForkPoint> remembered) {
        this.repository = repository;
        this.landings = landings;
        this.remembered = remembered;
    }

    ForkPoint from(CommitNode start) {
        Open first = open(start);
        while (!path.isEmpty()) {
            Open commit = path.peek();
            if (commit.parents.hasNext()) {
                look(commit, commit.parents.next());
            } else {
                path.pop();
                close(commit, commit == first);
            }
        }
        return first.found;
    }

    private Open open(CommitNode commit) {
        Open open = new Open(commit);
        seen.put(open.sha, open);
        path.push(open);
        return open;
    }

    private void look(Open commit, String parent) {
        CommitNode node = landings.link(repository, parent, SEEKER, commit.sha);
        ForkPoint known = node.onMain() ? null : remembered.get(ForkPoints.key(repository, parent));
        Open searched = seen.get(parent);
        if (node.onMain()) {
            commit.found = commit.found.merge(ForkPoint.of(node));
        } else if (known != null) {
            commit.found = commit.found.merge(known);
        } else if (searched != null) {
            // Still open, or closed while something above it was: either way it is in a circle.
            commit.found = commit.found.merge(searched.found);
            commit.incomplete = true;
        } else {
            open(node);
        }
    }

    /** Of the first commit all that can be reached has been seen, whatever circles there are. */
    private void close(Open commit, boolean first) {
        if (first || !commit.incomplete) {
            remembered.put(ForkPoints.key(repository, commit.sha), commit.found);
        }
        Open below = path.peek();
        if (below != null) {
            below.found = below.found.merge(commit.found);
            below.incomplete |= commit.incomplete;
        }
    }
}
