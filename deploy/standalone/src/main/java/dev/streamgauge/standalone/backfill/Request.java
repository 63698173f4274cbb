package dev.streamgauge.standalone.backfill;

import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.polling.SourceSettings.Access;
import dev.streamgauge.connectors.connect.polling.SourceSettings.Pace;
import dev.streamgauge.connectors.connect.polling.SourceSettings.Repositories;
import dev.streamgauge.connectors.connect.polling.SourceSettings.Scope;
import dev.streamgauge.connectors.connect.shell.Flavour;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody wants to be read.
 *
 * @param provider whose API is asked
 * @param repositories which ones
 * @param kinds of events; empty: all
 * @param since what was before is not read
 */
public record Request(PastProvider provider, Repositories repositories, Set<EventKind> kinds, Instant since) {

    private static final Duration LOOK_BACK = Duration.ofDays(3);
    private static final Duration ONCE = Duration.ofDays(1);

    /**
     * The settings of the poller.
     *
     * @throws dev.streamgauge.standalone.StandaloneException with all that is wrong in the file
     */
    public SourceSettings with(ServiceSettings settings) {
        Map<String, String> own = settings.polling(provider.code());
        List<String> mistakes = new ArrayList<>();
        Access access = access(own, mistakes);
        int timeout = number(own, "request.timeout.seconds", 30, mistakes);
        int reserve = number(own, "rate.limit.reserve", 500, mistakes);
        settings.require(mistakes);
        Pace pace = new Pace(since, ONCE, LOOK_BACK, Duration.ofSeconds(Math.max(1, timeout)), reserve);
        Scope scope = new Scope(repositories, provider.streams(kinds), null);
        return new SourceSettings(provider.code(), access, scope, pace, settings.doors());
    }

    private Access access(Map<String, String> own, List<String> mistakes) {
        Flavour flavour = provider.flavour();
        String url = own.getOrDefault("url", flavour.url() == null ? "" : flavour.url());
        String user = own.getOrDefault("user", "");
        String token = own.getOrDefault("token", "");
        if (!url.matches("https?://[^\\s/]+.*")) {
            mistakes.add("%s should be the API's address, for example %s"
                    .formatted(name("url"), flavour.url() == null ? "https://jenkins.example.com" : flavour.url()));
        }
        if (flavour.user() && user.isEmpty()) {
            mistakes.add(name("user") + " is missing: whose API token it is");
        }
        if (token.isEmpty()) {
            mistakes.add(
                    "%s is missing: %s".formatted(name("token"), flavour.words().token()));
        }
        boolean well = mistakes.isEmpty();
        return new Access(well ? URI.create(url.replaceAll("/+$", "")) : null, flavour.user() ? user : null, token);
    }

    private int number(Map<String, String> own, String setting, int otherwise, List<String> mistakes) {
        String text = own.getOrDefault(setting, Integer.toString(otherwise));
        if (!text.matches("[0-9]{1,8}")) {
            mistakes.add(name(setting) + " should be a whole number");
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    private String name(String setting) {
        return "poll." + provider.code() + "." + setting;
    }
}
