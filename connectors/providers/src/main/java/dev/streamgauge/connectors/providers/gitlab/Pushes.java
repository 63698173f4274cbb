package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.util.ArrayList;
import java.util.List;

/** Pushes to branches. */
public final class Pushes {

    private Pushes() {}

    /**
     * The push of a push event of the REST API ({@code /projects/:id/events?action=pushed}), which unlike the hook says when it was.
     *
     * @param commits what the push brought, oldest first
     * @return null if it pushed no branch, or removed one
     */
    public static CommitPushed ofEvent(Json event, Project project, List<Commit> commits) throws UnmappableException {
        Json data = event.at("push_data");
        if (!"branch".equals(data.textOrNull("ref_type")) || !data.has("commit_to")) {
            return null;
        }
        CommitPushed push = push(project, data.text("ref"), Git.hash(data, "commit_to"));
        push.setOccurredAt(event.time("created_at"));
        push.setBefore(Sha.full(data.textOrNull("commit_from")));
        push.setCommits(commits);
        return push;
    }

    /**
     * The push of a push hook. It tells of no time: the branch moved when the door heard of it, until a poller knows better.
     *
     * @return null if it pushed no branch, or removed one
     */
    static CommitPushed ofHook(Json body, Project project) throws UnmappableException {
        String branch = Git.branchOrNull(body.text("ref"));
        if (branch == null || Git.isZeros(body, "after")) {
            return null;
        }
        CommitPushed push = push(project, branch, Git.hash(body, "after"));
        push.setBefore(Sha.full(body.textOrNull("before")));
        List<Commit> commits = new ArrayList<>();
        for (Json commit : body.list("commits")) {
            commits.add(Commits.of(commit, project));
        }
        push.setCommits(Git.oldestFirst(commits, push.getAfter(), Commit::getSha));
        return push;
    }

    private static CommitPushed push(Project project, String branch, String after) {
        CommitPushed push = project.stamp().push(project.repository(), null);
        push.setBranch(branch);
        push.setDefaultBranch(project.defaultBranch());
        push.setAfter(after);
        return push;
    }
}
