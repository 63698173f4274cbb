package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.Pages;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * What moved the default branch, from the repository's activity: as the push's webhook, it says before, after and when. So a landing that is polled is the same
 * landing.
 */
final class Landings extends RepoListing {

    private static final Set<String> MOVES =
            Set.of("push", "force_push", "branch_creation", "pr_merge", "merge_queue_merge");

    Landings(Repo repo, GitHubObjects objects) {
        super(repo, objects, "landings");
    }

    @Override
    public URI firstPage(Instant since) {
        return at("/activity?direction=desc&per_page=100");
    }

    @Override
    public ApiReply page(URI address, String etag) throws ApiException, InterruptedException {
        String branch = repo.defaultBranch();
        boolean first = !address.getRawQuery().contains("ref=");
        return repo.api().get(first && branch != null ? ofBranch(address, branch) : address, etag);
    }

    private static URI ofBranch(URI address, String branch) {
        return URI.create(address + "&ref=" + URLEncoder.encode("refs/heads/" + branch, StandardCharsets.UTF_8));
    }

    @Override
    public Instant changedAt(Json activity) throws UnmappableException {
        return activity.time("timestamp");
    }

    @Override
    public String version(Json activity) {
        return activity.textOrNull("id");
    }

    @Override
    public List<SpecificRecord> events(Json activity) throws ApiException, UnmappableException, InterruptedException {
        String type = activity.text("activity_type");
        boolean main = ("refs/heads/" + repo.defaultBranch()).equals(activity.textOrNull("ref"));
        return main && MOVES.contains(type) ? objects.push(activity, commits(activity), context(activity)) : List.of();
    }

    private List<Json> commits(Json activity) throws ApiException, UnmappableException, InterruptedException {
        String after = Sha.full(activity.text("after"));
        String before = Sha.full(activity.textOrNull("before"));
        if (before == null) {
            return List.of(repo.api().get(repo.path("/commits/" + after)).body());
        }
        return Pages.all(repo.api(), repo.path("/compare/" + before + "..." + after + "?per_page=100"), "commits");
    }
}
