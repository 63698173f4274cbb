package dev.streamgauge.connectors.git;

import dev.streamgauge.connectors.providers.commits.CommitNotes;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;

/** A commit in memory: some hundred bytes, because a history has hundreds of thousands. Its fields are filled in once, in passing. */
final class CommitNode extends ObjectIdOwnerMap.Entry {

    /** A time that the commit does not tell. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final CommitNode[] NONE = {};

    CommitNode[] parents = NONE;
    /** Epoch seconds, or {@link #UNKNOWN}. */
    long authored = UNKNOWN;
    /** Epoch seconds, or {@link #UNKNOWN}. */
    long committed = UNKNOWN;
    /** The number of the request that the message names, or null. */
    String request;

    CommitNotes notes = CommitNotes.NONE;

    /** The clone was asked for it. */
    boolean asked;
    /** The clone holds it. False until it was asked for, and for ever if it is absent. */
    boolean present;
    /** The landing that brought it; null if HEAD does not reach it. */
    CommitNode landing;
    /** It is on main's first-parent line, or an ancestor of it is. Meaningful once {@link #reachKnown}. */
    boolean reachesMain;

    boolean reachKnown;
    /** Listed in a push that is no landing. */
    boolean listedAside;
    /** The next parent to visit while {@link Postorder} is at this commit. */
    int cursor;

    CommitNode(AnyObjectId id) {
        super(id);
    }

    String sha() {
        return name();
    }

    /** The first parent, if the clone holds it; else null. */
    CommitNode firstParent() {
        return parents.length > 0 && parents[0].present ? parents[0] : null;
    }

    List<String> parentShas() {
        return Arrays.stream(parents).map(CommitNode::sha).toList();
    }

    /** To be called when all its parents know theirs. */
    void learnReach() {
        reachesMain = equals(landing);
        for (CommitNode parent : parents) {
            reachesMain |= parent.reachesMain;
        }
        reachKnown = true;
    }
}
