package dev.streamgauge.processors.landings;

import dev.streamgauge.processors.table.Lattice;
import java.util.List;

/**
 * What is known of a commit. It may be known only by name: as a parent, as what a request or a deploy names.
 *
 * @param listed whether an event listed it as a commit, or as the head of a landing
 * @param authoredAt its author date, epoch milliseconds; null: unknown
 * @param named the request that its message names; null: none
 * @param position its place on main; null: not on main
 * @param broughtAuthoredAt the earliest author date among the commits that it brought; null: unknown
 * @param links what it is linked to
 */
public record CommitNode(
        String sha,
        boolean listed,
        Long authoredAt,
        String named,
        Position position,
        Long broughtAuthoredAt,
        Links links) {

    static CommitNode unknown(String sha) {
        return new CommitNode(sha, false, null, null, null, null, Links.NONE);
    }

    public boolean onMain() {
        return position != null;
    }

    public List<String> linked(Links.Kind kind) {
        return links.of(kind);
    }

    /** How many landings began at this commit although it is not known to be on main. */
    public int gaps() {
        return onMain() ? 0 : linked(Links.Kind.SUCCESSOR).size();
    }

    CommitNode described(Long authored, String request) {
        Long earliest = Lattice.least(authoredAt, authored);
        String smallest = RequestNumber.smallest(named, request);
        return new CommitNode(sha, true, earliest, smallest, position, broughtAuthoredAt, links);
    }

    CommitNode landed(Position at) {
        Position first = Lattice.least(position, at);
        return new CommitNode(sha, true, authoredAt, named, first, broughtAuthoredAt, links);
    }

    CommitNode brought(Long authored) {
        Long earliest = Lattice.least(broughtAuthoredAt, authored);
        return new CommitNode(sha, listed, authoredAt, named, position, earliest, links);
    }

    CommitNode linked(Links.Kind kind, String name) {
        return new CommitNode(sha, listed, authoredAt, named, position, broughtAuthoredAt, links.with(kind, name));
    }
}
