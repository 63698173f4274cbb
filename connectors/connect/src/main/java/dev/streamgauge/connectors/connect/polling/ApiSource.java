package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiSettings;
import dev.streamgauge.connectors.connect.polling.http.RateBudget;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the sources have in common: one API, called with the budget that all users of its credentials in this process share. */
public abstract class ApiSource implements Source {

    protected final SourceSettings settings;
    protected final Api api;
    protected final Clock clock;
    protected final PollingMetrics metrics;

    /**
     * A source of these settings.
     *
     * @param headers of every call
     * @param reserve how many calls of the hourly limit are left to others
     */
    protected ApiSource(
            SourceSettings settings, Map<String, String> headers, int reserve, Clock clock, PollingMetrics metrics) {
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
        ApiSettings calls = new ApiSettings(
                settings.access().url(), headers, settings.pace().timeout(), reserve);
        this.api = Api.shared(calls, clock);
    }

    /** The repositories of an owner that may be meant: an organisation, a group, a person. */
    @FunctionalInterface
    protected interface Owned {
        List<String> by(String owner) throws ApiException, InterruptedException;
    }

    /** Those that are named, all of the organisations that are meant, and of the patterns' owners those that fit; without what is excluded. */
    protected final List<String> repositories(Owned owned) throws ApiException, InterruptedException {
        SourceSettings.Repositories wanted = settings.scope().repositories();
        RepositoryPatterns named = new RepositoryPatterns(wanted.named());
        Set<String> found = new TreeSet<>(named.names());
        Set<String> owners = new LinkedHashSet<>(wanted.organisations());
        owners.addAll(named.owners());
        for (String owner : owners) {
            boolean all = wanted.organisations().contains(owner);
            for (String name : owned.by(owner)) {
                if (all || named.fit(name)) {
                    found.add(name);
                }
            }
        }
        return notExcluded(found);
    }

    /** Without what the settings exclude. */
    protected final List<String> notExcluded(Set<String> found) {
        RepositoryPatterns excluded =
                new RepositoryPatterns(settings.scope().repositories().excluded());
        return found.stream().filter(name -> !excluded.fit(name)).toList();
    }

    @Override
    public final RateBudget.State budget() {
        return api.budget();
    }

    @Override
    public final void close() {
        api.close();
    }
}
