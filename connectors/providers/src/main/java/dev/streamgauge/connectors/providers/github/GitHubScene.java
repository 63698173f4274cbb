package dev.streamgauge.connectors.providers.github;

import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.util.List;
import java.util.Objects;

/**
 * What is known around an object that is mapped.
 *
 * @param stamp of the delivery, or of the API's answer
 * @param rules decide what is configurable
 * @param repository the one that it is told of
 */
public record GitHubScene(Stamp stamp, DoorRules rules, GitHubRepository repository) {

    private static final String PROVIDER = "github";

    /** A user object; unknown if it is missing, as that of a deleted account is. */
    static Account account(Json user) {
        return Account.of(
                PROVIDER, user.textOrNull("id"), user.textOrNull("login"), "Bot".equals(user.textOrNull("type")));
    }

    /** The names of labels, which are objects or texts. */
    static List<String> labels(Json labelled) {
        return labelled.list("labels").stream()
                .map(label -> label.isObject() ? label.textOrNull("name") : label.textOrNull())
                .filter(Objects::nonNull)
                .toList();
    }
}
