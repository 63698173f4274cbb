package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.UsualListing;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;

/** What the lists of a repository have in common. */
abstract class RepoListing extends UsualListing {

    final Repo repo;
    final GitHubObjects objects;

    RepoListing(Repo repo, GitHubObjects objects, String stream) {
        super(repo.api(), repo.stream(stream));
        this.repo = repo;
        this.objects = objects;
    }

    /** The context of an item: the same state of it gives the same names to its events. */
    GitHubObjects.Context context(Json item) throws ApiException, InterruptedException {
        return repo.context(id(), state(item));
    }

    URI at(String rest) {
        return repo.api().at(repo.path(rest));
    }
}
