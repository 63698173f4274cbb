package dev.streamgauge.connectors.providers.bitbucketdc;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.CommitText;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Pushes. One may move several branches; newer versions list commits, of the push as a whole. */
final class Pushes {

    private static final Pattern MERGED = Pattern.compile("^(?:Merge pull|Pull) request #([0-9]{1,18})(?![0-9])");

    private Pushes() {}

    static List<CommitPushed> of(Json body, Origin origin) throws UnmappableException {
        if (!body.at("changes").isList()) {
            throw body.at("changes").missing("a list");
        }
        List<CommitPushed> pushes = new ArrayList<>();
        for (Json change : body.list("changes")) {
            Json ref = change.has("ref", "id") ? change.at("ref", "id") : change.at("refId");
            String branch = Git.branchOrNull(ref.text());
            if (branch != null && !Git.isZeros(change, "toHash")) {
                CommitPushed push = origin.push(branch, Git.hash(change, "toHash"), body.timeOrNull("date"));
                push.setBefore(Sha.full(change.textOrNull("fromHash")));
                pushes.add(push);
            }
        }
        tellCommits(pushes, body, origin);
        return pushes;
    }

    private static void tellCommits(List<CommitPushed> pushes, Json body, Origin origin) throws UnmappableException {
        List<Commit> commits = new ArrayList<>();
        for (Json commit : body.list("commits")) {
            commits.add(commit(commit, origin));
        }
        if (commits.isEmpty() && body.has("toCommit", "authorTimestamp")) {
            commits.add(commit(body.at("toCommit"), origin));
        }
        Git.shareOut(commits, pushes);
    }

    private static Commit commit(Json json, Origin origin) throws UnmappableException {
        String message = json.textOrNull("message") == null ? "" : json.text("message");
        Json author = json.at("author");
        CommitText text = new CommitText(
                Git.hash(json, "id"),
                Git.parents(json, "id"),
                message,
                author.textOrNull("name"),
                author.textOrNull("emailAddress"),
                People.of(author),
                json.timeOrNull("authorTimestamp"),
                json.timeOrNull("committerTimestamp"),
                null);
        return origin.commit(text, Git.inSubject(MERGED, message));
    }
}
