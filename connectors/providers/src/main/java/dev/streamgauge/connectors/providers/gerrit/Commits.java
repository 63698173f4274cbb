package dev.streamgauge.connectors.providers.gerrit;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.CommitText;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.util.List;

/** What is known of the commits of changes. When they were written is not told. */
final class Commits {

    private Commits() {}

    /** The commit of a new patch set: known, with its parents, and on no branch. */
    static CommitPushed known(Change change) throws UnmappableException {
        Json patchSet = change.event().at("patchSet");
        CommitPushed push = change.origin().push(null, Git.hash(patchSet, "revision"), change.at());
        push.setCommits(List.of(commit(change, push.getAfter(), Git.parents(patchSet))));
        return push;
    }

    /** The landing of a change: its own commit, the one that was made by rebasing or picking it, or a merge of it. */
    static CommitPushed landing(Change change) throws UnmappableException {
        Json event = change.event();
        CommitPushed push =
                change.origin().push(change.change().text("branch"), Git.hash(event, "newRev"), change.at());
        boolean itself = push.getAfter().equals(change.revision());
        // Rebased, picked or merged, its parents are others.
        push.setCommits(List.of(commit(change, push.getAfter(), itself ? Git.parents(event.at("patchSet")) : null)));
        return push;
    }

    private static Commit commit(Change change, String sha, List<String> parents) throws UnmappableException {
        Json patchSet = change.event().at("patchSet");
        String message = change.change().textOrNull("commitMessage");
        CommitText text = new CommitText(
                sha,
                parents,
                message == null ? "" : message,
                patchSet.textOrNull("author", "name"),
                patchSet.textOrNull("author", "email"),
                change.account(patchSet.at("author")),
                null,
                null,
                null);
        Commit commit = change.origin().commit(text, change.change().text("number"));
        commit.setAdditions(patchSet.countOrNull("sizeInsertions"));
        return commit;
    }
}
