package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.connectors.providers.rules.CommitText;
import dev.streamgauge.events.v1.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commit objects. */
public final class Commits {

    private static final Pattern MERGED =
            Pattern.compile("^See merge request ([^\\s!]*)!([0-9]{1,18})\\s*$", Pattern.MULTILINE);

    private Commits() {}

    /**
     * The commit of a hook's or the REST API's commit object. A hook's {@code timestamp} is the committer's date: when the change was first written, and the
     * parents, only the REST API says.
     */
    public static Commit of(Json json, Project project) throws UnmappableException {
        String message = json.at("message").isMissing() ? "" : json.text("message");
        Commit commit = project.rules()
                .commit(
                        project.repository(),
                        new CommitText(
                                Git.hash(json, "id"),
                                parents(json),
                                message,
                                first(json, "author_name", "name"),
                                email(first(json, "author_email", "email")),
                                Account.UNKNOWN,
                                json.timeOrNull("authored_date"),
                                json.timeOrNull(json.has("committed_date") ? "committed_date" : "timestamp"),
                                paths(json)));
        commit.setRequest(request(message, project.repository()));
        commit.setAdditions(json.countOrNull("stats", "additions"));
        commit.setDeletions(json.countOrNull("stats", "deletions"));
        return commit;
    }

    private static String first(Json json, String ofApi, String ofHook) {
        return json.has(ofApi) ? json.textOrNull(ofApi) : json.textOrNull("author", ofHook);
    }

    /** What GitLab writes instead of an address that is not public would be one and the same person. */
    private static String email(String address) {
        return address == null || address.contains("@") ? address : null;
    }

    private static List<String> parents(Json json) throws UnmappableException {
        if (!json.has("parent_ids")) {
            return null;
        }
        List<String> parents = new ArrayList<>();
        for (Json parent : json.list("parent_ids")) {
            parents.add(Git.hash(parent));
        }
        return parents;
    }

    /** Null unless all three lists are told: a part of the paths says nothing about which services are not touched. */
    private static List<String> paths(Json json) {
        List<String> paths = new ArrayList<>();
        for (String kind : List.of("added", "modified", "removed")) {
            if (!json.at(kind).isList()) {
                return null;
            }
            json.list(kind).forEach(path -> paths.add(path.textOrNull()));
        }
        paths.removeIf(path -> path == null);
        return paths;
    }

    /** GitLab's words for it: here {@code (#12)} is an issue, not a request. */
    private static String request(String message, String repository) {
        Matcher merged = MERGED.matcher(message);
        while (merged.find()) {
            String named = merged.group(1).toLowerCase(Locale.ROOT);
            if (named.isEmpty() || repository.endsWith("/" + named)) {
                return merged.group(2);
            }
        }
        return null;
    }
}
