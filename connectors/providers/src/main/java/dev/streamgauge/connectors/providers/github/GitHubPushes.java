package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.commits.PushParts;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Pushes to branches. */
public final class GitHubPushes {

    private static final String TAGS = "refs/tags/";

    private final GitHubScene scene;

    public GitHubPushes(GitHubScene scene) {
        this.scene = scene;
    }

    /**
     * A branch that moved.
     *
     * @param branch without {@code refs/heads/}
     * @param before null: the branch is new, or it is unknown
     * @param after a full hash
     * @param at when it moved; null: not stated
     */
    public record Move(String branch, String before, String after, Instant at) {}

    /** A move with the commits that it brought, oldest first, in as many events as they need. */
    public List<CommitPushed> of(Move move, List<Commit> commits) {
        CommitPushed push = scene.stamp().push(scene.repository().name(), move.at());
        push.setBranch(move.branch());
        push.setDefaultBranch(scene.repository().defaultBranch());
        push.setBefore(move.before());
        push.setAfter(move.after());
        push.setCommits(commits);
        return PushParts.split(push, scene.stamp()::nextId);
    }

    /**
     * The webhook {@code push}. Commits that are not distinct (another branch had them before) are told too: which of them a landing brought does not depend
     * on where else they are. After a forced push {@code before} is no ancestor, as the source says.
     */
    Mapped told(Json body) throws UnmappableException {
        String ref = body.text("ref");
        String branch = Git.branchOrNull(ref);
        if (branch == null) {
            return new Mapped.Ignored(ref.startsWith(TAGS) ? "push.tag" : "push.other_ref");
        }
        if (Git.isZeros(body, "after")) {
            return new Mapped.Ignored("push.deleted");
        }
        Move move = new Move(
                branch,
                Sha.full(body.textOrNull("before")),
                Git.hash(body, "after"),
                body.timeOrNull("repository", "pushed_at"));
        return new Mapped.Events(List.copyOf(of(move, commits(body))));
    }

    private List<Commit> commits(Json body) throws UnmappableException {
        GitHubCommits mapper = new GitHubCommits(scene);
        List<Commit> commits = new ArrayList<>();
        for (Json commit : body.list("commits")) {
            commits.add(mapper.ofPush(commit));
        }
        return commits;
    }
}
