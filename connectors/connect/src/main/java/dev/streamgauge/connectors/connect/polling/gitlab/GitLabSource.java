package dev.streamgauge.connectors.connect.polling.gitlab;

import dev.streamgauge.connectors.connect.polling.ApiSource;
import dev.streamgauge.connectors.connect.polling.NewestFirst;
import dev.streamgauge.connectors.connect.polling.Pages;
import dev.streamgauge.connectors.connect.polling.PollStream;
import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** gitlab.com, or a GitLab of one's own. */
public final class GitLabSource extends ApiSource {

    private final DoorRules rules;

    private GitLabSource(SourceSettings settings, DoorRules rules, Clock clock, PollingMetrics metrics) {
        super(
                settings,
                Map.of("PRIVATE-TOKEN", settings.access().token(), "User-Agent", "streamgauge"),
                settings.pace().reserve(),
                clock,
                metrics);
        this.rules = rules;
    }

    /** With the budget that all users of the token in this process share. */
    public static GitLabSource of(SourceSettings settings, DoorRules rules, Clock clock, PollingMetrics metrics) {
        return new GitLabSource(settings, rules, clock, metrics);
    }

    @Override
    public List<String> repositories() throws ApiException, InterruptedException {
        return repositories(this::ofGroup);
    }

    // A group, or a person. By id, which GitLab can page through however many there are.
    private List<String> ofGroup(String group) throws ApiException, InterruptedException {
        String projects = "/" + URLEncoder.encode(group, StandardCharsets.UTF_8) + "/projects?per_page=100&order_by=id";
        return Pages.allOfEither(api, "/groups" + projects + "&include_subgroups=true", "/users" + projects).stream()
                .filter(this::isAlive)
                .map(project -> project.textOrNull("path_with_namespace"))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean isAlive(Json project) {
        return settings.scope().repositories().archived() || !project.isTrue("archived");
    }

    @Override
    public List<PollStream> streams(String repository) {
        StreamId of = new StreamId("gitlab", settings.access().url().getHost(), repository, "");
        PolledProject project = new PolledProject(api, of, rules, clock);
        Tellings tell = new Tellings(project);
        Instant since = settings.pace().since();
        List<PollStream> streams = new ArrayList<>();
        streams.add(new NewestFirst(new Landings(project), since, metrics));
        for (ProjectListing listing : List.of(
                new ProjectListing(
                        project, "merge-requests", "/merge_requests?state=all&scope=all", tell::mergeRequest),
                new ProjectListing(project, "pipelines", "/pipelines", tell::pipeline),
                new ProjectListing(project, "deployments", "/deployments", tell::deployment),
                new ProjectListing(project, "incidents", "/issues?scope=all", tell::issue))) {
            streams.add(new NewestFirst(listing, since, metrics));
        }
        streams.removeIf(stream -> !settings.scope().has(stream.id().stream()));
        return streams;
    }
}
