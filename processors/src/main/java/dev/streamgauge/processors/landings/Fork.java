package dev.streamgauge.processors.landings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a deployed commit belongs on main.
 *
 * @param kind how it was found
 * @param position the place; null if there is none
 * @param visited every commit that the answer depends on
 */
public record Fork(Kind kind, Position position, Set<String> visited) {

    /** How a commit's place was found. */
    public enum Kind {
        ON_MAIN,
        FORK_POINT,
        /** No ancestor on main is known. */
        OFF_MAIN,
        /** No event has listed the commit. */
        SHA_UNKNOWN
    }

    /** Walks from the commit through its parents to the nearest commits on main. */
    public static Fork of(String repository, String sha, Landings landings) {
        CommitNode start = landings.commit(repository, sha);
        if (start.onMain()) {
            return new Fork(Kind.ON_MAIN, start.position(), Set.of(sha));
        }
        Set<String> visited = new HashSet<>(Set.of(sha));
        Deque<CommitNode> open = new ArrayDeque<>(Set.of(start));
        Position nearest = null;
        while (!open.isEmpty()) {
            for (String parent : open.pop().linked(Links.Kind.PARENT)) {
                if (visited.add(parent)) {
                    CommitNode node = landings.commit(repository, parent);
                    if (!node.onMain()) {
                        open.push(node);
                    } else if (nearest == null || node.position().compareTo(nearest) > 0) {
                        nearest = node.position();
                    }
                }
            }
        }
        Kind off = start.listed() ? Kind.OFF_MAIN : Kind.SHA_UNKNOWN;
        return new Fork(nearest == null ? off : Kind.FORK_POINT, nearest, visited);
    }
}
