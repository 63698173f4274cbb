package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.ApiSource;
import dev.streamgauge.connectors.connect.polling.NewestFirst;
import dev.streamgauge.connectors.connect.polling.Pages;
import dev.streamgauge.connectors.connect.polling.PollStream;
import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.polling.Windows;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** GitHub, or a GitHub Enterprise server. */
public final class GitHubSource extends ApiSource {

    private final GitHubObjects objects;

    private GitHubSource(SourceSettings settings, DoorRules rules, Clock clock, PollingMetrics metrics) {
        super(settings, headers(settings.access().token()), settings.pace().reserve(), clock, metrics);
        this.objects = new GitHubMapping(rules);
    }

    /** With the budget that all users of the token in this process share. */
    public static GitHubSource of(SourceSettings settings, DoorRules rules, Clock clock, PollingMetrics metrics) {
        return new GitHubSource(settings, rules, clock, metrics);
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
        return repositories(this::ofOwner);
    }

    private boolean isAlive(Json repository) {
        boolean archived = repository.isTrue("archived")
                && !settings.scope().repositories().archived();
        return !archived && !repository.isTrue("disabled");
    }

    // An organisation, or a person.
    private List<String> ofOwner(String owner) throws ApiException, InterruptedException {
        return Pages.allOfEither(
                        api,
                        "/orgs/" + owner + "/repos?type=all&per_page=100",
                        "/users/" + owner + "/repos?type=owner&per_page=100")
                .stream()
                .filter(this::isAlive)
                .map(repository -> repository.textOrNull("full_name"))
                .filter(Objects::nonNull)
                .toList();
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
}
