package dev.streamgauge.connectors.providers.bitbucketdc;

import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.schemas.Refusal;
import java.util.stream.Stream;

/** Repositories are known by project and name; the host is only in links, which older versions do not send. */
final class Repositories {

    private Repositories() {}

    /** The name of a repository object: {@code host/project/name}, whatever way a clone's address takes to it; or the one that is configured as a place. */
    static String name(Json repository, DoorRules rules) throws UnmappableException {
        String path = repository.text("project", "key") + "/" + repository.text("slug");
        String name = nameOrNull(repository, path, rules);
        if (name == null) {
            throw new UnmappableException(
                    Refusal.MISSING_FIELD,
                    "'repository.links' is missing, so that the host is not known: add a place for bitbucket-dc and the name project/repository to doors.yaml");
        }
        return name;
    }

    /** The name of the repository of a fork; null if it is not known. */
    static String ofFork(Json repository, DoorRules rules) {
        String project = repository.textOrNull("project", "key");
        String slug = repository.textOrNull("slug");
        return project == null || slug == null ? null : nameOrNull(repository, project + "/" + slug, rules);
    }

    private static String nameOrNull(Json repository, String path, DoorRules rules) {
        String host = host(repository);
        return rules.place("bitbucket-dc", path)
                .map(Place::repository)
                .orElse(host == null ? null : RepositoryName.of(host, path));
    }

    private static String host(Json repository) {
        return Stream.concat(repository.list("links", "self").stream(), repository.list("links", "clone").stream())
                .map(link -> link.textOrNull("href"))
                .map(href -> href == null ? null : RepositoryName.ofUrl(href))
                .filter(name -> name != null)
                .map(name -> name.substring(0, name.indexOf('/')))
                .findFirst()
                .orElse(null);
    }
}
