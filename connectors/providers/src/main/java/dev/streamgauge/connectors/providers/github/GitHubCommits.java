package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.connectors.providers.rules.CommitText;
import dev.streamgauge.events.v1.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Commits. Their authors are told by their e-mail addresses only (as keyed hashes), never by account ids: a push does not state these, and one commit must
 * have one author whoever tells of it.
 */
public final class GitHubCommits {

    /** GitHub cuts longer lists of paths off, without a mark. */
    private static final int CUT_OFF = 3000;

    private final GitHubScene scene;

    public GitHubCommits(GitHubScene scene) {
        this.scene = scene;
    }

    /** A commit as a push lists it. It states no parents. */
    public Commit ofPush(Json commit) throws UnmappableException {
        Json author = commit.at("author");
        return scene.rules()
                .commit(
                        scene.repository().name(),
                        new CommitText(
                                Git.hash(commit, "id"),
                                null,
                                commit.textOrNull("message"),
                                author.textOrNull("name"),
                                author.textOrNull("email"),
                                new Account(null, author.textOrNull("username"), false),
                                commit.timeOrNull("timestamp"),
                                null,
                                pushedPaths(commit)));
    }

    /** A commit object of the API, from a list or alone; alone, it has its files and sizes too. */
    public Commit ofApi(Json commit) throws UnmappableException {
        Json author = commit.at("commit", "author");
        Json account = commit.at("author");
        CommitText text = new CommitText(
                Git.hash(commit, "sha"),
                parents(commit),
                commit.textOrNull("commit", "message"),
                author.textOrNull("name"),
                author.textOrNull("email"),
                new Account(null, account.textOrNull("login"), "Bot".equals(account.textOrNull("type"))),
                author.timeOrNull("date"),
                commit.timeOrNull("commit", "committer", "date"),
                files(commit));
        Commit made = scene.rules().commit(scene.repository().name(), text);
        made.setAdditions(commit.countOrNull("stats", "additions"));
        made.setDeletions(commit.countOrNull("stats", "deletions"));
        made.setFiles(text.paths() == null ? null : commit.list("files").size());
        return made;
    }

    private static List<String> parents(Json commit) {
        List<String> parents = commit.list("parents").stream()
                .map(parent -> Sha.full(parent.textOrNull("sha")))
                .toList();
        return !commit.at("parents").isList() || parents.contains(null) ? null : parents;
    }

    private static List<String> pushedPaths(Json commit) {
        List<String> paths = new ArrayList<>();
        for (String kind : List.of("added", "modified", "removed")) {
            List<Json> listed = commit.list(kind);
            if (!commit.at(kind).isList() || listed.size() >= CUT_OFF) {
                return null;
            }
            listed.stream().map(Json::textOrNull).filter(Objects::nonNull).forEach(paths::add);
        }
        return paths;
    }

    /** A renamed file is at two paths, as a push lists it. */
    private static List<String> files(Json commit) {
        List<Json> files = commit.list("files");
        if (!commit.at("files").isList() || files.size() >= CUT_OFF) {
            return null;
        }
        List<String> paths = new ArrayList<>();
        for (Json file : files) {
            paths.add(file.textOrNull("filename"));
            paths.add(file.textOrNull("previous_filename"));
        }
        paths.removeIf(Objects::isNull);
        return paths;
    }
}
