package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.github.GitHubSource;
import dev.streamgauge.connectors.connect.polling.gitlab.GitLabSource;
import dev.streamgauge.connectors.connect.polling.jenkins.JenkinsSource;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.time.Clock;

/** The source that settings describe. */
public final class Sources {

    private Sources() {}

    /**
     * Opens it; calls nothing yet.
     *
     * @throws RuntimeException if the file of rules cannot be used; the message says what is wrong in it
     */
    public static Source of(SourceSettings settings, Clock clock, PollingMetrics metrics) {
        DoorRules rules = settings.rules() == null ? DoorRules.usual() : DoorRules.read(settings.rules());
        return switch (settings.provider()) {
            case "github" -> GitHubSource.of(settings, rules, clock, metrics);
            case "gitlab" -> GitLabSource.of(settings, rules, clock, metrics);
            case "jenkins" -> JenkinsSource.of(settings, rules, clock, metrics);
            default -> throw new IllegalArgumentException("There is no poller for " + settings.provider());
        };
    }
}
