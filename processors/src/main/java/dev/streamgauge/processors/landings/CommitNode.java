package dev.streamgauge.processors.landings;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.processors.table.Lattice;
import java.util.List;

/**
 * What is known of a commit. It may be known only by name: as a parent, as what a request or a deploy names.
 *
 * @param listed whether an event listed it as a commit, or as the head of a landing
 * @param named the request that its message names; null: none
 * @param author its author's identifier; null: unknown
 * @param position its place on main; null: not on main
 * @param written what it says itself
 * @param brought what the commits say that it brought, itself among them if it is on main
 * @param links what it is linked to
 * @param toldAt the end of the UTC day on which it was last told of, epoch milliseconds
 */
public record CommitNode(
        String sha,
        boolean listed,
        String named,
        String author,
        Position position,
        Written written,
        Written brought,
        Links links,
        long toldAt) {

    static CommitNode unknown(String sha) {
        return new CommitNode(sha, false, null, null, null, Written.NOTHING, Written.NOTHING, Links.NONE, 0);
    }

    public boolean onMain() {
        return position != null;
    }

    /** Its author date, epoch milliseconds; null: unknown. */
    public Long authoredAt() {
        return written.authoredAt();
    }

    public List<String> linked(Links.Kind kind) {
        return links.of(kind);
    }

    /** How many landings began at this commit although it is not known to be on main. */
    public int gaps() {
        return onMain() ? 0 : linked(Links.Kind.SUCCESSOR).size();
    }

    CommitNode described(Commit commit) {
        return new CommitNode(
                sha,
                true,
                RequestNumber.smallest(named, commit.getRequest()),
                Lattice.least(author, commit.getAuthor()),
                position,
                written.merge(Written.of(commit)),
                brought,
                links.withAll(Links.Kind.PICKED, commit.getPickedFrom()),
                toldAt);
    }

    CommitNode landed(Position at) {
        Position first = Lattice.least(position, at);
        return new CommitNode(sha, true, named, author, first, written, brought, links, toldAt);
    }

    CommitNode brought(Written said) {
        return new CommitNode(sha, listed, named, author, position, written, brought.merge(said), links, toldAt);
    }

    CommitNode linked(Links.Kind kind, String name) {
        return new CommitNode(sha, listed, named, author, position, written, brought, links.with(kind, name), toldAt);
    }

    CommitNode told(long at) {
        return at <= toldAt ? this : new CommitNode(sha, listed, named, author, position, written, brought, links, at);
    }
}
