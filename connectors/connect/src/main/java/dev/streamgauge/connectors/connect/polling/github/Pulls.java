package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.Pages;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Pull requests with their reviews, their commits, and when they became ready or entered the merge queue: three more calls each. */
final class Pulls extends RepoListing {

    Pulls(Repo repo, GitHubObjects objects) {
        super(repo, objects, "pulls");
    }

    @Override
    public URI firstPage(Instant since) {
        return at("/pulls?state=all&sort=updated&direction=desc&per_page=50");
    }

    @Override
    public List<SpecificRecord> events(Json pull) throws ApiException, UnmappableException, InterruptedException {
        String number = pull.text("number");
        GitHubObjects.PullParts parts = new GitHubObjects.PullParts(
                all("/pulls/" + number + "/reviews"),
                all("/pulls/" + number + "/commits"),
                all("/issues/" + number + "/events"));
        return objects.pull(pull, parts, context(pull));
    }

    private List<Json> all(String path) throws ApiException, InterruptedException {
        return Pages.all(repo.api(), repo.path(path + "?per_page=100"));
    }
}
