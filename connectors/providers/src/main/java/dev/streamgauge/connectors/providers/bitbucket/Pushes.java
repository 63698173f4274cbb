package dev.streamgauge.connectors.providers.bitbucket;

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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pushes. One may move several branches. It tells of no time: they moved when the door heard of it. */
final class Pushes {

    private static final Set<String> BRANCHES = Set.of("branch", "named_branch");
    private static final Pattern MERGED = Pattern.compile("\\(pull request #([0-9]{1,18})\\)");
    private static final Pattern PERSON = Pattern.compile("([^<]*)<([^<>]*)>\\s*");

    private Pushes() {}

    /** A push per branch that moved; those that are gone, and tags, are none. */
    static List<CommitPushed> of(Json body, Origin origin) throws UnmappableException {
        if (!body.at("push", "changes").isList()) {
            throw body.at("push", "changes").missing("a list");
        }
        List<CommitPushed> pushes = new ArrayList<>();
        for (Json change : body.list("push", "changes")) {
            if (!change.at("new").isMissing() && BRANCHES.contains(change.text("new", "type"))) {
                pushes.add(push(change, origin));
            }
        }
        return pushes;
    }

    private static CommitPushed push(Json change, Origin origin) throws UnmappableException {
        Json moved = change.at("new");
        CommitPushed push = origin.push(moved.text("name"), Git.hash(moved, "target", "hash"), null);
        push.setBefore(Sha.full(change.textOrNull("old", "target", "hash")));
        List<Commit> commits = new ArrayList<>();
        for (Json commit : change.list("commits")) {
            commits.add(commit(commit, origin));
        }
        // A branch that is new at a known commit brings none, but its head is told.
        if (commits.isEmpty() && moved.at("target").has("date")) {
            commits.add(commit(moved.at("target"), origin));
        }
        push.setCommits(Git.oldestFirst(commits, push.getAfter(), Commit::getSha));
        return push;
    }

    /** Bitbucket states one date of a commit, and shows it as that of the author. */
    private static Commit commit(Json json, Origin origin) throws UnmappableException {
        String message = json.textOrNull("message") == null ? "" : json.text("message");
        String raw = String.valueOf(json.textOrNull("author", "raw"));
        Matcher person = PERSON.matcher(raw);
        boolean whole = person.matches();
        CommitText text = new CommitText(
                Git.hash(json, "hash"),
                Git.parents(json, "hash"),
                message,
                whole ? person.group(1).strip() : null,
                whole ? person.group(2).strip() : null,
                People.of(json.at("author", "user")),
                json.timeOrNull("date"),
                null,
                null);
        return origin.commit(text, Git.inSubject(MERGED, message));
    }
}
