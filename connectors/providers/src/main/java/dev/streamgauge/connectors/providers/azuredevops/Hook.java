package dev.streamgauge.connectors.providers.azuredevops;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.schemas.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A delivery of a service hook.
 *
 * @param body the envelope
 * @param stamp of the delivery
 * @param rules of the door
 */
record Hook(Json body, Stamp stamp, DoorRules rules) {

    private static final String SOURCE = "azure-devops";

    Json resource() {
        return body.at("resource");
    }

    /** When it happened. */
    Instant at() throws UnmappableException {
        return body.time("createdDate");
    }

    /** The origin of a repository object, which has the address of its clones. */
    Origin origin(Json repository) throws UnmappableException {
        String name = url(repository);
        if (name == null) {
            throw repository.at("remoteUrl").missing("the address of a repository");
        }
        return origin(name, repository);
    }

    /** The origin of what was built or released: of its repository or, if it does not tell its address, the place that is configured for its definition. */
    Origin origin(Json repository, String definition) throws UnmappableException {
        String told = url(repository);
        String name = told == null ? put(repository) : told;
        Optional<Place> place = name == null ? place(definition) : Optional.empty();
        if (name == null && place.isEmpty()) {
            throw new UnmappableException(
                    Refusal.MISSING_FIELD,
                    "The repository's address is not told: add a place for azure-devops and the name of the pipeline or release definition to doors.yaml");
        }
        return origin(name == null ? place.get().repository() : name, repository);
    }

    /** What is configured for the name of a pipeline or of a release definition. */
    Optional<Place> place(String definition) {
        return definition == null ? Optional.empty() : rules.place(SOURCE, definition);
    }

    private Origin origin(String name, Json repository) {
        return Origin.of(name, Git.shortBranch(repository.textOrNull("defaultBranch")), stamp, rules);
    }

    /** What names a repository without its address, put together; null if a part is missing. */
    private String put(Json repository) {
        String id = repository.textOrNull(repository.has("fullName") ? "fullName" : "id");
        if (id != null && "github".equalsIgnoreCase(repository.textOrNull("type"))) {
            return id.contains("/") ? RepositoryName.of("github.com", id) : null;
        }
        String base = body.textOrNull("resourceContainers", "project", "baseUrl");
        String project = resource().textOrNull("project", "name");
        String name = repository.textOrNull("name");
        boolean whole = base != null && project != null && name != null;
        return whole ? RepositoryName.ofUrl((base + project + "/_git/" + name).replace(" ", "%20")) : null;
    }

    /** The address of the API has no name in it, only identifiers. */
    private static String url(Json repository) {
        for (String field : new String[] {"remoteUrl", "webUrl", "url"}) {
            String url = repository.textOrNull(field);
            if (url != null && !url.contains("/_apis/")) {
                return RepositoryName.ofUrl(url);
            }
        }
        return null;
    }

    /** Somebody who has an identity; those of build services are programs. */
    static Account account(Json identity) {
        String unique = String.valueOf(identity.textOrNull("uniqueName")).toLowerCase(Locale.ROOT);
        boolean program = unique.startsWith("build\\") || unique.startsWith("agentpool\\");
        return Account.of(SOURCE, identity.textOrNull("id"), identity.textOrNull("displayName"), program);
    }
}
