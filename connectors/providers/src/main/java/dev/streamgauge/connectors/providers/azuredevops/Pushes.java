package dev.streamgauge.connectors.providers.azuredevops;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.connectors.providers.rules.CommitText;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Pushes. One may move several branches; commits are listed of the push as a whole. */
final class Pushes {

    private static final Pattern MERGED = Pattern.compile("^Merged PR ([0-9]{1,18})(?![0-9])");

    private Pushes() {}

    static List<CommitPushed> of(Hook hook) throws UnmappableException {
        Json push = hook.resource();
        Origin origin = hook.origin(push.at("repository"));
        Instant told = push.timeOrNull("date");
        Instant at = told == null ? hook.at() : told;
        if (!push.at("refUpdates").isList()) {
            throw push.at("refUpdates").missing("a list");
        }
        List<CommitPushed> pushes = new ArrayList<>();
        for (Json update : push.list("refUpdates")) {
            String branch = Git.branchOrNull(update.text("name"));
            if (branch != null && !Git.isZeros(update, "newObjectId")) {
                CommitPushed moved = origin.push(branch, Git.hash(update, "newObjectId"), at);
                moved.setBefore(Sha.full(update.textOrNull("oldObjectId")));
                pushes.add(moved);
            }
        }
        tellCommits(pushes, push, origin);
        return pushes;
    }

    private static void tellCommits(List<CommitPushed> pushes, Json push, Origin origin) throws UnmappableException {
        List<Commit> commits = new ArrayList<>();
        for (Json commit : push.list("commits")) {
            commits.add(commit(commit, origin));
        }
        Git.shareOut(commits, pushes);
    }

    /** A message may be cut short: {@code commentTruncated} says so, and then its trailers are unknown to all. */
    private static Commit commit(Json json, Origin origin) throws UnmappableException {
        String message = json.textOrNull("comment") == null ? "" : json.text("comment");
        CommitText text = new CommitText(
                Git.hash(json, "commitId"),
                Git.parents(json),
                message,
                json.textOrNull("author", "name"),
                json.textOrNull("author", "email"),
                Account.UNKNOWN,
                json.timeOrNull("author", "date"),
                json.timeOrNull("committer", "date"),
                null);
        return origin.commit(text, Git.inSubject(MERGED, message));
    }
}
