package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.NewestFirst;
import dev.streamgauge.connectors.connect.polling.Pages;
import dev.streamgauge.connectors.connect.polling.PollStream;
import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.RepositoryPatterns;
import dev.streamgauge.connectors.connect.polling.Source;
import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.polling.Windows;
import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiSettings;
import dev.streamgauge.connectors.connect.polling.http.RateBudget;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** GitHub, or a GitHub Enterprise server. */
public final class GitHubSource implements Source {

    private final SourceSettings settings;
    private final Api api;
    private final GitHubObjects objects;
    private final Clock clock;
    private final PollingMetrics metrics;

    GitHubSource(SourceSettings settings, Api api, GitHubObjects objects, Clock clock, PollingMetrics metrics) {
        this.settings = settings;
        this.api = api;
        this.objects = objects;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** With the budget that all users of the token in this process share. */
    public static GitHubSource of(SourceSettings settings, DoorRules rules, Clock clock, PollingMetrics metrics) {
        SourceSettings.Access access = settings.access();
        ApiSettings api = new ApiSettings(
                access.url(),
                headers(access.token()),
                settings.pace().timeout(),
                settings.pace().reserve());
        return new GitHubSource(settings, Api.shared(api, clock), new GitHubMapping(rules), clock, metrics);
    }

    // GitHub refuses callers without a User-Agent.
    private static Map<String, String> headers(String token) {
        return Map.of(
                "Authorization", "Bearer " + token,
                "Accept", "application/vnd.github+json",
                "X-GitHub-Api-Version", "2022-11-28",
                "User-Agent", "streamgauge");
    }

    @Override
    public List<String> repositories() throws ApiException, InterruptedException {
        SourceSettings.Repositories wanted = settings.scope().repositories();
        RepositoryPatterns named = new RepositoryPatterns(wanted.named());
        RepositoryPatterns excluded = new RepositoryPatterns(wanted.excluded());
        Set<String> found = new TreeSet<>(named.names());
        Set<String> owners = new LinkedHashSet<>(wanted.organisations());
        owners.addAll(named.owners());
        for (String owner : owners) {
            for (Json repository : ofOwner(owner)) {
                String name = repository.textOrNull("full_name");
                boolean meant = wanted.organisations().contains(owner) || named.fit(name);
                if (name != null && meant && isAlive(repository)) {
                    found.add(name);
                }
            }
        }
        found.removeIf(excluded::fit);
        return List.copyOf(found);
    }

    private boolean isAlive(Json repository) {
        boolean archived = repository.isTrue("archived")
                && !settings.scope().repositories().archived();
        return !archived && !repository.isTrue("disabled");
    }

    private List<Json> ofOwner(String owner) throws ApiException, InterruptedException {
        try {
            return Pages.all(api, "/orgs/" + owner + "/repos?type=all&per_page=100");
        } catch (ApiException.Refused e) {
            if (e.status() != 404) {
                throw e;
            }
            return Pages.all(api, "/users/" + owner + "/repos?type=owner&per_page=100"); // It is a person.
        }
    }

    @Override
    public List<PollStream> streams(String repository) {
        Repo repo = new Repo(api, repository, settings.access().url().getHost(), clock);
        Instant since = settings.pace().since();
        List<PollStream> streams = new ArrayList<>();
        streams.add(new NewestFirst(new Landings(repo, objects), since, metrics));
        streams.add(new NewestFirst(new Pulls(repo, objects), since, metrics));
        streams.add(new Windows(new Runs(repo, objects), since, settings.pace().lookback(), clock, metrics));
        streams.add(
                new NewestFirst(new Deployments(repo, objects, settings.pace().lookback()), since, metrics));
        streams.add(new NewestFirst(new Incidents(repo, objects), since, metrics));
        if (settings.scope().webhook() != null) {
            streams.add(new DeliverySweep(repo, settings.scope().webhook(), clock, metrics));
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
