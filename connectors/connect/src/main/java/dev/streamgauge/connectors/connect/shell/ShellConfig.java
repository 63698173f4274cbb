package dev.streamgauge.connectors.connect.shell;

import dev.streamgauge.connectors.connect.polling.SourceSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;

/** A connector's settings, read. */
final class ShellConfig extends AbstractConfig {

    private static final Duration USUAL_PAST = Duration.ofDays(7);

    private final Flavour flavour;

    ShellConfig(Flavour flavour, Map<String, String> settings) {
        super(Definition.of(flavour), settings, false);
        this.flavour = flavour;
    }

    String topicPrefix() {
        return getString(Keys.PREFIX);
    }

    Duration interval() {
        return Duration.ofSeconds(getInt(Keys.INTERVAL));
    }

    Duration discoveryInterval() {
        return Duration.ofMinutes(getInt(Keys.DISCOVERY));
    }

    SourceSettings settings(Clock clock) {
        return new SourceSettings(flavour.provider(), access(), scope(), pace(clock), path(getString(Keys.RULES)));
    }

    private SourceSettings.Access access() {
        String url = getString(Keys.URL).strip().replaceAll("/+$", "");
        return new SourceSettings.Access(
                URI.create(url),
                flavour.user() ? getString(Keys.USER) : null,
                getPassword(Keys.TOKEN).value());
    }

    private SourceSettings.Scope scope() {
        SourceSettings.Repositories repositories = new SourceSettings.Repositories(
                getList(Keys.REPOSITORIES),
                getList(Keys.ORGANISATIONS),
                getList(Keys.EXCLUDED),
                getBoolean(Keys.ARCHIVED));
        String webhook = flavour.streams().contains("deliveries") ? getString(Keys.WEBHOOK) : "";
        return new SourceSettings.Scope(
                repositories, Set.copyOf(getList(Keys.STREAMS)), webhook.isBlank() ? null : webhook.strip());
    }

    private SourceSettings.Pace pace(Clock clock) {
        Instant since = Checks.time(getString(Keys.SINCE));
        return new SourceSettings.Pace(
                since == null ? clock.instant().minus(USUAL_PAST) : since,
                interval(),
                Duration.ofHours(getInt(Keys.LOOKBACK)),
                Duration.ofSeconds(getInt(Keys.TIMEOUT)),
                getInt(Keys.RESERVE));
    }

    /** The repositories of a task. */
    static List<String> taskRepositories(Map<String, String> settings) {
        String all = settings.getOrDefault(Keys.TASK_REPOSITORIES, "");
        return all.isEmpty() ? List.of() : List.of(all.split("\n"));
    }

    private static Path path(String text) {
        return text.isBlank() ? null : Path.of(text.strip());
    }
}
