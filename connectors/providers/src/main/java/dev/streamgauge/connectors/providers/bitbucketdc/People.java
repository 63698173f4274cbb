package dev.streamgauge.connectors.providers.bitbucketdc;

import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;

/** Users of the server. */
final class People {

    private People() {}

    /** The account of a user object; {@link Account#UNKNOWN} if it is missing. */
    static Account of(Json user) {
        String type = user.textOrNull("type");
        return Account.of("bitbucket-dc", user.textOrNull("id"), user.textOrNull("name"), "SERVICE".equals(type));
    }
}
