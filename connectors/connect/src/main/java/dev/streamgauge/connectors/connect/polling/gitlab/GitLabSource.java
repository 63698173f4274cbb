package dev.streamgauge.connectors.connect.polling.gitlab;

import dev.streamgauge.connectors.connect.polling.NewestFirst;
import dev.streamgauge.connectors.connect.polling.Pages;
import dev.streamgauge.connectors.connect.polling.PollStream;
import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.RepositoryPatterns;
import dev.streamgauge.connectors.connect.polling.Source;
import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiSettings;
import dev.streamgauge.connectors.connect.polling.http.RateBudget;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** gitlab.com, or a GitLab of one's own. */
public final class GitLabSource implements Source {

    private final SourceSettings settings;
    private final Api api;
    private final DoorRules rules;
    private final Clock clock;
    private final PollingMetrics metrics;

    private GitLabSource(SourceSettings settings, DoorRules rules, Clock clock, PollingMetrics metrics) {
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
        this.metrics = metrics;
        this.api = Api.shared(
                new ApiSettings(
                        settings.access().url(),
                        Map.of("PRIVATE-TOKEN", settings.access().token(), "User-Agent", "streamgauge"),
                        settings.pace().timeout(),
                        settings.pace().reserve()),
                clock);
    }

    /** With the budget that all users of the token in this process share. */
    public static GitLabSource of(SourceSettings settings, DoorRules rules, Clock clock, PollingMetrics metrics) {
        return new GitLabSource(settings, rules, clock, metrics);
    }

    @Override
    public List<String> repositories() throws ApiException, InterruptedException {
        SourceSettings.Repositories wanted = settings.scope().repositories();
        RepositoryPatterns named = new RepositoryPatterns(wanted.named());
        Set<String> found = new TreeSet<>(named.names());
        Set<String> groups = new LinkedHashSet<>(wanted.organisations());
        groups.addAll(named.owners());
        for (String group : groups) {
            boolean all = wanted.organisations().contains(group);
            for (Json project : ofGroup(group)) {
                String name = project.textOrNull("path_with_namespace");
                boolean alive = wanted.archived() || !project.isTrue("archived");
                if (name != null && alive && (all || named.fit(name))) {
                    found.add(name);
                }
            }
        }
        found.removeIf(new RepositoryPatterns(wanted.excluded())::fit);
        return List.copyOf(found);
    }

    // By id, which GitLab can page through however many there are.
    private List<Json> ofGroup(String group) throws ApiException, InterruptedException {
        String path = "/%s/" + URLEncoder.encode(group, StandardCharsets.UTF_8) + "/projects?per_page=100&order_by=id";
        try {
            return Pages.all(api, path.formatted("groups") + "&include_subgroups=true");
        } catch (ApiException.Refused e) {
            if (e.status() != 404) {
                throw e;
            }
            return Pages.all(api, path.formatted("users")); // It is a person.
        }
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

    @Override
    public RateBudget.State budget() {
        return api.budget();
    }

    @Override
    public void close() {
        api.close();
    }
}
