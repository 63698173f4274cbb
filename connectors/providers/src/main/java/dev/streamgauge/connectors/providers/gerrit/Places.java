package dev.streamgauge.connectors.providers.gerrit;

import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.schemas.Refusal;

/** Where a project is. Events name it without its host, which only the addresses of changes tell. */
final class Places {

    private Places() {}

    /**
     * The project's repository: as configured, else on the host of the address.
     *
     * @param url of a change; null: not told
     */
    static String repository(String project, String url, DoorRules rules) throws UnmappableException {
        String page = url == null ? null : RepositoryName.ofUrl(url);
        String name = rules.place("gerrit", project)
                .map(Place::repository)
                .orElse(page == null ? null : RepositoryName.of(page.substring(0, page.indexOf('/')), project));
        if (name == null) {
            throw new UnmappableException(
                    Refusal.MISSING_FIELD,
                    "The event does not tell the host of its project: add a place for gerrit and the project's name to doors.yaml");
        }
        return name;
    }
}
