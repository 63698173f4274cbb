package dev.streamgauge.connectors.connect.polling;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is to be asked of whom.
 *
 * @param provider {@code github}, {@code gitlab} or {@code jenkins}
 * @param access whom to ask
 * @param scope what of
 * @param pace how often
 * @param rules the file {@code doors.yaml}; null: the usual rules
 */
public record SourceSettings(String provider, Access access, Scope scope, Pace pace, Path rules) {

    /** The providers that can be asked. */
    public static final Set<String> PROVIDERS = Set.of("github", "gitlab", "jenkins");

    /** Only one of the providers. */
    public SourceSettings {
        if (!PROVIDERS.contains(provider)) {
            throw new IllegalArgumentException("There is no poller for " + provider);
        }
    }

    /**
     * Whom to ask.
     *
     * @param url the API's base: {@code https://api.github.com}, {@code https://gitlab.com/api/v4}, {@code https://jenkins.example.com}
     * @param user only Jenkins wants one; null for the others
     * @param token secret
     */
    public record Access(URI url, String user, String token) {

        /** The token is secret. */
        @Override
        public String toString() {
            return "Access[url=" + url + "]";
        }
    }

    /**
     * What to ask for.
     *
     * @param repositories of which repositories
     * @param streams only these, by name; empty: all
     * @param webhook the address of our gateway, whose failed deliveries are sent again; null: none are
     */
    public record Scope(Repositories repositories, Set<String> streams, String webhook) {

        public Scope {
            streams = Set.copyOf(streams);
        }

        /** Whether a stream of this name is asked for. */
        public boolean has(String stream) {
            return streams.isEmpty() || streams.contains(stream);
        }
    }

    /**
     * Which repositories.
     *
     * @param named names ({@code acme/shop}) and patterns ({@code acme/*}); of Jenkins, jobs
     * @param organisations all of whose repositories are meant; of GitLab, groups; of Jenkins, folders
     * @param excluded patterns of repositories that are not
     * @param archived whether archived repositories are asked too
     */
    public record Repositories(
            List<String> named, List<String> organisations, List<String> excluded, boolean archived) {

        public Repositories {
            named = List.copyOf(named);
            organisations = List.copyOf(organisations);
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * How often, and how far back.
     *
     * @param since what was before is not told; null: everything is
     * @param interval between the passes of a stream
     * @param lookback how far back what may have changed unseen is looked at again
     * @param timeout of a call
     * @param reserve how many calls of the hourly limit are left to others
     */
    public record Pace(Instant since, Duration interval, Duration lookback, Duration timeout, int reserve) {}
}
