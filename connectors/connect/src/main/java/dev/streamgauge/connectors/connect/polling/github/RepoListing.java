package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.Listing;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** What the lists of a repository have in common: they are ordered by {@code updated_at}, and name their next page. */
abstract class RepoListing implements Listing {

    /** Clocks and replicas of GitHub agree within this. */
    static final Duration USUAL_OVERLAP = Duration.ofMinutes(5);

    final Repo repo;
    final GitHubObjects objects;
    private final String stream;

    RepoListing(Repo repo, GitHubObjects objects, String stream) {
        this.repo = repo;
        this.objects = objects;
        this.stream = stream;
    }

    @Override
    public StreamId id() {
        return repo.stream(stream);
    }

    @Override
    public ApiReply page(URI address, String etag) throws ApiException, InterruptedException {
        return repo.api().get(address, etag);
    }

    @Override
    public Instant changedAt(Json item) throws UnmappableException {
        return item.time("updated_at");
    }

    @Override
    public String version(Json item) {
        return item.textOrNull("id") + "@" + item.textOrNull("updated_at");
    }

    @Override
    public Duration overlap() {
        return USUAL_OVERLAP;
    }

    /** The context of an item: the same state of it gives the same names to its events. */
    GitHubObjects.Context context(Json item) throws ApiException, InterruptedException {
        return repo.context(id(), item.textOrNull("id") + "@" + item.textOrNull("updated_at"));
    }

    URI at(String rest) {
        return repo.api().at(repo.path(rest));
    }
}
