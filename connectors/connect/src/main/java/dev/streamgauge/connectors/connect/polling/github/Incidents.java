package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Issues. Which of them are incidents the rules say, by their labels: a list by label would know no patterns, and lose those whose label was taken off. */
final class Incidents extends RepoListing {

    Incidents(Repo repo, GitHubObjects objects) {
        super(repo, objects, "incidents");
    }

    @Override
    public URI firstPage(Instant since) {
        String from = since == null ? "" : "&since=" + since.truncatedTo(ChronoUnit.SECONDS);
        return at("/issues?state=all&sort=updated&direction=desc&per_page=100" + from);
    }

    @Override
    public List<SpecificRecord> events(Json issue) throws ApiException, UnmappableException, InterruptedException {
        return objects.incident(issue, context(issue));
    }
}
