package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.Pages;
import dev.streamgauge.connectors.connect.polling.Told;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Deployments with their statuses. The list is ordered by creation, so each pass looks again at those that have not ended. */
final class Deployments extends RepoListing {

    private static final Set<String> ENDS = Set.of("success", "failure", "error", "inactive");
    private static final int REMEMBERED = 5_000;

    private final Duration lookback;
    private final Told ended = new Told(REMEMBERED);

    Deployments(Repo repo, GitHubObjects objects, Duration lookback) {
        super(repo, objects, "deployments");
        this.lookback = lookback;
    }

    @Override
    public URI firstPage(Instant since) {
        return at("/deployments?per_page=100");
    }

    @Override
    public Instant changedAt(Json deployment) throws UnmappableException {
        return deployment.time("created_at");
    }

    @Override
    public String version(Json deployment) {
        String id = deployment.textOrNull("id");
        return ended.has(id) ? id : null;
    }

    @Override
    public Duration overlap() {
        return lookback;
    }

    @Override
    public boolean firstPageTellsAll() {
        return false;
    }

    @Override
    public List<SpecificRecord> events(Json deployment) throws ApiException, UnmappableException, InterruptedException {
        String id = deployment.text("id");
        List<Json> statuses = Pages.all(repo.api(), repo.path("/deployments/" + id + "/statuses?per_page=100"));
        List<SpecificRecord> events = objects.deployment(deployment, statuses, context(deployment));
        if (statuses.stream().anyMatch(status -> ENDS.contains(status.textOrNull("state")))) {
            ended.add(id);
        }
        return events;
    }
}
