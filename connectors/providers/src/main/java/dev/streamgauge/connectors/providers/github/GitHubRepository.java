package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.util.Locale;

/**
 * A repository.
 *
 * @param name canonical
 * @param defaultBranch null: unknown
 */
public record GitHubRepository(String name, String defaultBranch) {

    private static final String HOST = "github.com";

    /** The repository object of a webhook or of the API; the small form without a default branch will do if the rules know it. */
    public static GitHubRepository of(Json repository, DoorRules rules) throws UnmappableException {
        String name = nameOrNull(repository);
        if (name == null) {
            throw repository.at("full_name").missing("the repository's owner and name");
        }
        String stated = repository.textOrNull("default_branch");
        return new GitHubRepository(name, stated == null ? rules.defaultBranch(name) : stated);
    }

    /** The canonical name of a repository object; null if it is missing. */
    static String nameOrNull(Json repository) {
        String url = repository.textOrNull("html_url");
        String byUrl = url == null ? null : RepositoryName.ofUrl(url);
        String path = repository.textOrNull("full_name");
        boolean named = path != null && path.indexOf('/') > 0;
        return byUrl != null || !named ? byUrl : RepositoryName.of(HOST, path);
    }

    /** Whether an address of the API, which ends in owner and name, is that of this repository. */
    boolean isAt(String url) {
        return url.toLowerCase(Locale.ROOT).endsWith(name.substring(name.indexOf('/')));
    }

    /** The name of another repository; null if it is this one, or missing. */
    String other(Json repository) {
        String other = nameOrNull(repository);
        return name.equals(other) ? null : other;
    }
}
